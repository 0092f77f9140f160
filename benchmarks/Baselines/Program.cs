using Eliza.Benchmarks.Baselines;
using Eliza.Benchmarks.Baselines.Ceiling;
using Eliza.Benchmarks.Baselines.Naive;

// --kind ceiling|naive --database file
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MessageJson.Default));

var database = builder.Configuration["database"] ?? throw new ArgumentException("--database file");
Action<WebApplication> map = builder.Configuration["kind"] switch
{
    "ceiling" => CeilingEndpoint.Add(builder.Services, database),
    "naive" => NaiveEndpoint.Add(builder.Services, database),
    _ => throw new ArgumentException("--kind ceiling or naive"),
};

var app = builder.Build();
map(app);
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The baseline listens on {app.Urls.First()}"));
app.Run();
