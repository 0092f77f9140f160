using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>Behind proxies that are configured, the client counts and not the proxy.</summary>
public sealed class TrustedProxyTests(TrustedProxyTests.Factory factory) : IClassFixture<TrustedProxyTests.Factory>
{
    private const string StrictTransport = "Strict-Transport-Security";

    [Fact]
    public async Task Requests_OfDifferentClients_DrawOnDifferentBuckets()
    {
        await EmptyAsync("203.0.113.1");
        (await PingAsync("203.0.113.2")).ShouldBe(200).Left("address").ShouldBe(LimitedFactory.Address - 1);
        (await PingAsync(null)).ShouldBe(200);
    }

    [Theory]
    [InlineData("198.51.100.1, 203.0.113.10", "203.0.113.10", "the client may have written what stands to the left")]
    [InlineData("203.0.113.11, 10.1.2.3", "203.0.113.11", "the nearest proxy has a trusted one in front of it")]
    [InlineData("198.51.100.1, 203.0.113.12, 10.1.2.3, 127.0.0.1", "203.0.113.12", "there may be several")]
    [InlineData("nonsense, 203.0.113.13", "203.0.113.13", "the client may write what it likes")]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "a home has a whole network")]
    [InlineData("::ffff:203.0.113.14", "203.0.113.14", "it is the same address")]
    public async Task Request_ThroughProxies_CountsTheNearestAddressThatIsNone(string forwarded, string client, string because)
    {
        await EmptyAsync(client);
        (await PingAsync(forwarded)).Status.ShouldBe(429, because);
    }

    [Fact]
    public async Task Request_WithNonsenseAlone_CountsForTheProxy()
    {
        var before = (await PingAsync("nonsense")).Left("address");
        (await PingAsync("<script>")).Left("address").ShouldBe(before - 1);
    }

    [Theory]
    [InlineData("https", "203.0.113.20", true)]
    [InlineData("https", null, true)]
    [InlineData("http", "203.0.113.20", false)]
    [InlineData(null, "203.0.113.20", false)]
    [InlineData("https, http", "203.0.113.20", false)]
    public async Task Request_ThatCameToAProxyOverTls_IsHttpsToUs(string? scheme, string? forwardedFor, bool isBound)
    {
        var answer = await SendAsync(factory, scheme, forwardedFor);

        answer.Headers.GetValueOrDefault(StrictTransport).ShouldBe(isBound ? "max-age=31536000" : null);
    }

    [Fact]
    public async Task Request_ThatSaysOfItselfThatItCameOverTls_IsNotBelieved()
    {
        await using var others = new StrangersFactory();

        (await SendAsync(others, "https", "203.0.113.21")).Headers.ContainsKey(StrictTransport).ShouldBeFalse();
    }

    /// <summary>Asks under a name that is not this machine's: for that one a browser is never bound.</summary>
    private static async Task<Answer> SendAsync(ApiFactory server, string? scheme, string? forwardedFor)
    {
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Host = "eliza.example.com";
        if (scheme is not null) client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        if (forwardedFor is not null) client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return (await new Api(client).GetAsync("/health/live")).ShouldBe(200);
    }

    private async Task EmptyAsync(string client)
    {
        for (var i = LimitedFactory.Address; i > 0; i--) (await PingAsync(client)).ShouldBe(200).Left("address").ShouldBe(i - 1);
        (await PingAsync(client)).ShouldBeRefused("address");
    }

    private async Task<Answer> PingAsync(string? forwardedFor)
    {
        using var client = factory.CreateClient();
        if (forwardedFor is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        return await new Api(client).GetAsync("/api/server/ping");
    }

    /// <summary>Trusts a proxy, but not the one that the tests come from.</summary>
    private sealed class StrangersFactory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimiting:TrustedProxies", "10.0.0.0/8");
        }
    }

    public sealed class Factory : LimitedFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimiting:TrustedProxies", "127.0.0.1, ::1, 10.0.0.0/8");
        }
    }
}
