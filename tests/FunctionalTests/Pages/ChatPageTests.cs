using System.Net;
using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.WebApi.Pages;

namespace Eliza.FunctionalTests.Pages;

public sealed partial class ChatPageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly PageFiles Files = PageFiles.Read();

    public static TheoryData<string, string> Assets => new(
        Files.Assets.Select(file => (file.Name, TypeOf(file.Name))).ToArray());

    [Fact]
    public async Task Root_WithoutACredential_IsThePageUnderAStrictPolicy()
    {
        var page = (await factory.Anonymous.GetAsync("/")).ShouldBe(200);

        page.Headers["Content-Type"].ShouldBe("text/html; charset=utf-8");
        page.Headers["Content-Security-Policy"].ShouldBe(Policy);
        page.Headers["Cache-Control"].ShouldBe("no-cache");
        page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        page.Headers.ContainsKey("X-RateLimit-Limit").ShouldBeTrue();
        page.Text.ShouldNotMatch("<script(?![^>]* src=)");
        page.Text.ShouldNotMatch("(<style| style=| on[a-z]+=|https?://)");
    }

    [Fact]
    public async Task Root_InItsMarkup_NamesFilesThatAreThere()
    {
        var page = (await factory.Anonymous.GetAsync("/")).Text;
        var names = Reference().Matches(page).Select(match => match.Groups[1].Value).Distinct().ToList();

        names.Count(name => name.EndsWith(".js")).ShouldBe(Files.Assets.Count(file => file.Name.EndsWith(".js")), "each script is asked for at once");
        foreach (var name in names) (await factory.Anonymous.GetAsync($"/{name}")).ShouldBe(200);
    }

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task Asset_OfThePage_IsKeptForGood(string name, string type)
    {
        var answer = (await factory.Anonymous.GetAsync($"/assets/{Files.Version}/{name}")).ShouldBe(200);

        answer.Headers["Content-Type"].ShouldBe(type);
        answer.Headers["Cache-Control"].ShouldBe("public, max-age=31536000, immutable");
        answer.Headers["Content-Security-Policy"].ShouldBe(Policy);
        answer.Text.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Scripts_OfThePage_NeverMakeMarkupOfContent()
    {
        foreach (var script in Files.Assets.Where(file => file.Name.EndsWith(".js")))
            (await factory.Anonymous.GetAsync($"/assets/{Files.Version}/{script.Name}")).Text.ShouldNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://\w");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Root_WhenTheBrowserHasIt_IsNotSentAgain(string method)
    {
        using var client = factory.CreateClient();
        var first = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"), TestContext.Current.CancellationToken);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentLength.ShouldBe(Files.Index.Content.Length);

        using var again = new HttpRequestMessage(new HttpMethod(method), "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await client.SendAsync(again, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asset_ForABrowserThatInflates_ComesCompressed()
    {
        using var client = factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{Files.Version}/app.js");
        request.Headers.Add("Accept-Encoding", "br");
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/assets")]
    [InlineData("/assets/app.js")]
    [InlineData("/assets/0000000000000000/app.js")]
    [InlineData("/wwwroot/index.html")]
    public async Task Path_ThatIsNoFileOfThePage_IsAnsweredAsAnyUnknownPath(string path)
    {
        (await factory.Anonymous.GetAsync(path)).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await factory.Api.GetAsync(path)).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Root_ByAnotherMethod_IsRefused() =>
        (await factory.Api.PostAsync("/", new { })).ShouldBeError(405, "METHOD_NOT_ALLOWED");

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "image/svg+xml",
    };

    [GeneratedRegex("(?:href|src)=\"(assets/[^\"]+)\"")]
    private static partial Regex Reference();
}
