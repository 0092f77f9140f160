using System.Globalization;
using Eliza.Application;
using Eliza.Infrastructure;
using Eliza.WebApi;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.OpenApi;

// All texts and numbers are written in one way, wherever the machine stands.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (DescribeCommand.IsAsked(args)) return DescribeCommand.Run(args, Console.OpenStandardOutput());

try
{
    Commands.Check(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Commands.Settings(args), ContentRootPath = AppContext.BaseDirectory });
    if (ProbeCommand.IsAsked(args)) return await ProbeCommand.RunAsync(args, builder.Configuration, Console.Error);
    builder.WebHost.UseDefaultAddress(builder.Configuration);
    builder.WebHost.ConfigureKestrel(ServerLimits.Apply);

    builder.Services
        .AddApplication(builder.Configuration["AutoMapper:LicenseKey"])
        .AddInfrastructure(builder.Configuration)
        .AddWebApi();

    var app = builder.Build().UseWebApi();
    if (await PostmanFiles.WriteIfAskedAsync(app)) return 0;
    if (Commands.IsToMigrate(args))
    {
        await app.Services.MigrateStorageAsync(CancellationToken.None);

        // So that the log is written before.
        await app.DisposeAsync();
        Welcome.Terminal(builder.Configuration).WriteLine("The database is up to date");
        return 0;
    }
    var newKey = await app.Services.InitializeStorageAsync(CancellationToken.None);
    var terminal = Welcome.Terminal(app.Configuration);
    if (newKey is not null) Welcome.PrintKey(terminal, newKey);
    app.Lifetime.ApplicationStarted.Register(() => Welcome.PrintAddresses(terminal, app.Urls, newKey));
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Describe(exception) is { } reason)
{
    await Console.Error.WriteLineAsync($"Eliza cannot start: {reason}");
    return 1;
}
