using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Hosting;

public sealed class CrossOriginTests
{
    private const string Site = "https://app.example.com";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData("/api/agents", 200)]
    [InlineData("/nope", 404)]
    [InlineData("/api/agents?limit=x", 400)]
    public async Task Answer_ToAConfiguredSite_MayBeReadByIt(string path, int status)
    {
        await using var factory = new Factory(("Cors:AllowedOrigins", $"http://localhost:5173, {Site}:443"));

        var headers = (await SendAsync(factory.Api, HttpMethod.Get, path, ("Origin", Site))).ShouldBe(status).Headers;

        headers[AllowOrigin].ShouldBe(Site);
        headers["Vary"].ShouldContain("Origin");
        headers["Access-Control-Expose-Headers"].Split(',').ShouldBe(
            [
                "X-Request-Id", "Retry-After", "Idempotent-Replayed", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
                "RateLimit", "RateLimit-Policy", "WWW-Authenticate",
            ],
            ignoreOrder: true);
        headers.ContainsKey("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task Refusal_ToAConfiguredSite_MayBeReadByIt()
    {
        await using var factory = new Factory(("Cors:AllowedOrigins:0", Site));
        var answer = await SendAsync(factory.Anonymous, HttpMethod.Get, "/api/agents", ("Origin", Site));
        answer.ShouldBeError(401, "AUTHENTICATION_FAILED").Headers[AllowOrigin].ShouldBe(Site);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Preflight_OfAConfiguredSite_IsAnsweredWithoutACredential(string method)
    {
        await using var factory = new Factory(("Cors:AllowedOrigins:0", "http://localhost:5173"), ("Cors:AllowedOrigins:1", Site));

        var headers = (await PreflightAsync(factory.Anonymous, Site, method)).ShouldBe(204).Headers;

        headers[AllowOrigin].ShouldBe(Site);
        headers["Access-Control-Allow-Methods"].Split(',').ShouldContain(method);
        headers["Access-Control-Allow-Headers"].Split(',').ShouldBe(
            ["Authorization", "Content-Type", "Content-Encoding", "X-API-Key", "Idempotency-Key", "X-Request-Id", "Last-Event-ID"], ignoreOrder: true);
        headers["Access-Control-Max-Age"].ShouldBe("600");
        headers["X-Frame-Options"].ShouldBe("DENY");
        headers.Keys.ShouldNotContain("X-RateLimit-Limit", "it draws on no bucket");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("http://app.example.com")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("null")]
    public async Task Request_OfAnotherSite_GetsNoLeave(string origin)
    {
        await using var factory = new Factory(("Cors:AllowedOrigins", Site));

        (await PreflightAsync(factory.Anonymous, origin, "POST")).Headers.ContainsKey(AllowOrigin).ShouldBeFalse();
        (await SendAsync(factory.Api, HttpMethod.Get, "/api/agents", ("Origin", origin))).ShouldBe(200).Headers.ContainsKey(AllowOrigin).ShouldBeFalse();
    }

    [Fact]
    public async Task Request_WhenEverybodyMay_GetsLeaveForEverybody()
    {
        await using var factory = new Factory(("Cors:AllowedOrigins", "*"));

        (await PreflightAsync(factory.Anonymous, "https://any.example", "POST")).ShouldBe(204).Headers[AllowOrigin].ShouldBe("*");
        (await SendAsync(factory.Api, HttpMethod.Get, "/api/agents", ("Origin", "https://any.example"))).ShouldBe(200).Headers[AllowOrigin].ShouldBe("*");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Request_WhenNothingIsConfigured_MeetsNoCorsAtAll(string? setting)
    {
        await using var factory = setting is null ? new Factory() : new Factory(("Cors:AllowedOrigins", setting));

        (await PreflightAsync(factory.Anonymous, Site, "POST")).ShouldBeError(401, "AUTHENTICATION_FAILED").Headers.Keys.ShouldNotContain(key => key.StartsWith("Access-Control"));
        (await SendAsync(factory.Api, HttpMethod.Get, "/api/agents", ("Origin", Site))).ShouldBe(200).Headers.Keys.ShouldNotContain(key => key.StartsWith("Access-Control"));
    }

    private static Task<Answer> PreflightAsync(Api api, string origin, string method) => SendAsync(
        api, HttpMethod.Options, "/api/messaging/submit",
        ("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,content-type,idempotency-key"));

    private static async Task<Answer> SendAsync(Api api, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers) api.Client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return await api.SendAsync(method, path, null);
    }

    private sealed class Factory(params (string Name, string Value)[] settings) : ApiFactory
    {
        // A field, because fields are set before the base class starts the server.
        private readonly (string Name, string Value)[] _settings = settings;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        }
    }
}
