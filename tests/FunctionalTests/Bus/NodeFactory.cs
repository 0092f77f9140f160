using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Bus;

/// <summary>
/// A server beside others, on a clock that stands still: it sweeps nothing and forgets nothing by itself, so whatever it does it was told to.
/// </summary>
internal sealed class NodeFactory(string uri, string exchange) : ApiFactory
{
    public ManualTimeProvider Time { get; } = new();

    public RabbitBus Bus => Services.GetRequiredService<RabbitBus>();

    public static async Task<NodeFactory> StartAsync(string uri, string exchange)
    {
        var server = new NodeFactory(uri, exchange);
        await server.Log.WaitForAsync(line => line.Contains("Connected with the broker", StringComparison.Ordinal));
        return server;
    }

    /// <summary>Changes rows as another node does.</summary>
    public async Task ChangeElsewhereAsync(FormattableString sql) => (await QueryAsync(db => db.Database.ExecuteSqlAsync(sql))).ShouldBePositive();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Bus:Provider", "RabbitMq");
        builder.UseSetting("Bus:RabbitMq:Uri", uri);
        builder.UseSetting("Bus:RabbitMq:Exchange", exchange);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time).AddSingleton(FactLifetimes.Shared));
    }
}
