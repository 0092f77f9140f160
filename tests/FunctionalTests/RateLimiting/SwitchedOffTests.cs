using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.RateLimiting;

public sealed class SwitchedOffTests(SwitchedOffTests.Factory factory) : IClassFixture<SwitchedOffTests.Factory>
{
    [Theory]
    [InlineData(null, "/api/server/ping", 200)]
    [InlineData(null, "/api/agents", 401)]
    [InlineData("user:ada", "/api/agents", 200)]
    [InlineData("user:ada", "/no/such/path", 404)]
    [InlineData("service:crm", "/api/agents", 200)]
    public async Task Requests_WhenLimitsAreOff_AreNeitherLimitedNorToldLimits(string? credential, string path, int status)
    {
        var api = credential is null ? factory.Anonymous : factory.As(credential);
        await LimitHeaders.RepeatAsync(2 * LimitedFactory.Address, async () =>
            (await api.GetAsync(path)).ShouldBe(status).Headers.Keys.ShouldNotContain(name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase)));
    }

    public sealed class Factory : LimitedFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimiting:Enabled", "false");
        }
    }
}
