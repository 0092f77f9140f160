using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Hosting;

public sealed class SecurityHeadersTests(SecurityHeadersTests.Factory factory) : IClassFixture<SecurityHeadersTests.Factory>
{
    private const string StrictTransport = "Strict-Transport-Security";

    [Theory]
    [InlineData("/api/agents", 200)]
    [InlineData("/health", 200)]
    [InlineData("/nope", 404)]
    [InlineData("/api/messaging/submit", 405)]
    [InlineData("/api/agents?limit=x", 400)]
    [InlineData("/bug", 500)]
    public async Task Answer_OfAnyKind_HasAllHeaders(string path, int status)
    {
        var headers = (await factory.Api.GetAsync(path)).ShouldBe(status).Headers;

        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["Content-Security-Policy"].ShouldBe("default-src 'none'; frame-ancestors 'none'");
        headers["X-Frame-Options"].ShouldBe("DENY");
        headers["Referrer-Policy"].ShouldBe("no-referrer");
        headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
        headers["Cache-Control"].ShouldContain("no-store");
        headers.ContainsKey(StrictTransport).ShouldBeFalse();
        headers.ContainsKey("Server").ShouldBeFalse();
        headers.ContainsKey("X-Request-Id").ShouldBeTrue();
    }

    [Fact]
    public async Task Answer_WithoutACredential_HasThemToo() =>
        (await factory.Anonymous.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED").Headers["X-Frame-Options"].ShouldBe("DENY");

    [Fact]
    public async Task Answer_WhoseEndpointSetsItsOwn_KeepsIt()
    {
        var headers = (await factory.Api.GetAsync("/page")).Headers;

        headers["Content-Security-Policy"].ShouldBe("default-src 'self'");
        headers["Cache-Control"].ShouldBe("max-age=60");
        headers["X-Frame-Options"].ShouldBe("DENY");
    }

    [Theory]
    [InlineData("eliza.example.com", true)]
    [InlineData("localhost", false)]
    public async Task Answer_OverHttps_BindsTheHostToItButNeverLocalhost(string host, bool isBound)
    {
        foreach (var path in new[] { "/api/agents", "/bug" })
        {
            using var client = factory.CreateAuthorizedClient(ApiFactory.Key);
            client.DefaultRequestHeaders.Add(Proxy.Https, host);
            (await new Api(client).GetAsync(path)).Headers.GetValueOrDefault(StrictTransport).ShouldBe(isBound ? "max-age=31536000" : null);
        }
    }

    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Proxy>());
        }
    }

    /// <summary>Stands in front of and behind the server's own pipeline: for HTTPS, for a page, for a bug.</summary>
    private sealed class Proxy : IStartupFilter
    {
        public const string Https = "X-Test-Https";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[Https] is [{ } host])
                {
                    context.Request.Scheme = "https";
                    context.Request.Host = new HostString(host);
                }
                return rest(context);
            });
            next(app);
            app.Use((HttpContext context, RequestDelegate _) =>
            {
                if (context.Request.Path == "/bug") throw new InvalidOperationException("A bug.");
                if (context.Request.Path != "/page") context.Response.StatusCode = StatusCodes.Status404NotFound;
                else context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
                if (context.Request.Path == "/page") context.Response.Headers.CacheControl = "max-age=60";
                return Task.CompletedTask;
            });
        };
    }
}
