using Eliza.ConformanceHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
await using var server = new ConformanceServer(TimeProvider.System, app.Services.GetRequiredService<ILoggerFactory>());
server.Map(app);
app.Lifetime.ApplicationStopping.Register(() => _ = server.StopAsync(CancellationToken.None));
await app.RunAsync();
