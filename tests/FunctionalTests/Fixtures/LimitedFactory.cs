using Eliza.Application.Access;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A server whose limits are soon reached, whose clock its tests move, and which takes everybody's word for who calls.</summary>
public class LimitedFactory : ApiFactory
{
    public const int User = 3;
    public const int Agent = 4;
    public const int Service = 5;
    public const int Address = 10;

    internal ManualTimeProvider Time { get; } = new();

    internal NamedCallers Callers { get; } = new();

    public Api As(string credential) => new(CreateAuthorizedClient(credential));

    /// <summary>Waits until every bucket is full, and on to a whole second.</summary>
    internal void Refill() => Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(Time.GetUtcNow().Ticks % TimeSpan.TicksPerSecond));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("RateLimiting:UserPerMinute", $"{User}");
        builder.UseSetting("RateLimiting:AgentPerMinute", $"{Agent}");
        builder.UseSetting("RateLimiting:ServicePerMinute", $"{Service}");
        builder.UseSetting("RateLimiting:IpPerHour", $"{Address}");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddScoped<ICredentials>(_ => Callers);
        });
    }
}
