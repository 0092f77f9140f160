using System.Security.Cryptography;
using System.Text;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.OpenApi;

[Trait("Database", "Once")]
public sealed class DocsPageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly string[] Anonymous = ["/openapi/", "/docs", "/assets/", "/socket.io"];

    [Theory]
    [InlineData("/docs", "text/html", "<div id=\"swagger-ui\">")]
    [InlineData("/docs/", "text/html", "<div id=\"swagger-ui\">")]
    [InlineData("/docs/index.html", "text/html", "<script src=\"./swagger-ui-bundle.js\"")]
    [InlineData("/docs/index.js", "application/javascript", "\"url\":\"/openapi/v1.json\"")]
    [InlineData("/docs/index.css", "text/css", "box-sizing")]
    [InlineData("/docs/swagger-ui.css", "text/css", ".swagger-ui")]
    [InlineData("/docs/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle")]
    [InlineData("/docs/swagger-ui-standalone-preset.js", "text/javascript", "SwaggerUIStandalonePreset")]
    [InlineData("/docs/favicon-16x16.png", "image/png", "PNG")]
    [InlineData("/docs/favicon-32x32.png", "image/png", "PNG")]
    public async Task File_OfThePage_ComesWithoutACredentialUnderAStrictPolicy(string path, string type, string part)
    {
        using var client = factory.CreateClient();
        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(200);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(part);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("X-RateLimit-Limit").ShouldBeTrue();
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task Page_InItsMarkup_HasNothingThatThePolicyForbids()
    {
        var page = (await factory.Anonymous.GetAsync("/docs/index.html")).ShouldBe(200).Text;
        page.ShouldNotMatch("<script(?![^>]* src=)");
        page.ShouldNotMatch("(<style| style=| on[a-z]+=|https?://)");
    }

    /// <summary>A new version of the package may draw another logo: then the policy has to know it.</summary>
    [Fact]
    public async Task Policy_ForTheLogosStyle_FitsWhatThePackageHas()
    {
        const string style = ".logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}";
        (await factory.Anonymous.GetAsync("/docs/swagger-ui-standalone-preset.js")).ShouldBe(200).Text.ShouldContain(style);
        (await factory.Anonymous.GetAsync("/docs/index.html")).Headers["Content-Security-Policy"]
            .ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
    }

    [Theory]
    [InlineData("/docs/nothing")]
    [InlineData("/docs/oauth2-redirect.html")]
    [InlineData("/docs/../docs/documentUrls")]
    [InlineData("/docs/index.html/more")]
    public async Task Path_BelowThePageThatIsNoFile_IsAnsweredAsAnyUnknownPath(string path)
    {
        (await factory.Anonymous.GetAsync(path)).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await factory.Api.GetAsync(path)).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/openapi/v1.json")]
    public async Task Page_WhenTheAddressHasNothingLeft_IsRefusedAsAllElse(string path)
    {
        await using var limited = new LimitedFactory();
        for (var request = 0; request < LimitedFactory.Address; request++) (await limited.Anonymous.GetAsync(path)).ShouldBe(200);
        (await limited.Anonymous.GetAsync(path)).ShouldBeError(429, "RATE_LIMIT_EXCEEDED").Headers.ContainsKey("Retry-After").ShouldBeTrue();
    }

    [Fact]
    public void Endpoints_BesidesActions_AreForEverybodyOnlyHere()
    {
        var open = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor>() is null)
            .ToList();
        open.ShouldNotBeEmpty();
        open.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .ShouldAllBe(path => path == "/" || Anonymous.Any(page => path.StartsWith(page)));
    }
}
