using Eliza.FunctionalTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class SignInTests(ChatBrowser browser)
{
    private const string Unauthorized = "status of 401";

    [Fact]
    public async Task Page_WithTheKeyInItsAddress_SignsInAndHidesIt()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync($"#key={ApiFactory.Key}");
        await Expect(tab.Button("Continue")).ToBeVisibleAsync();
        tab.Page.Url.ShouldNotContain("key");
        await tab.NameAsync("Ada");

        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Ada");
        await Expect(tab.Page.Locator("#my-id")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f-]{36}$"));
        (await tab.Page.EvaluateAsync<string>("JSON.stringify([location.href, history.length, { ...localStorage }])")).ShouldNotContain(ApiFactory.Key);
        (await tab.Page.EvaluateAsync<string>("sessionStorage['eliza.key']")).ShouldBe(ApiFactory.Key);

        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Ada");
    }

    [Theory]
    [InlineData("eliza_service_wrong", "This key or token is not valid, or no longer.")]
    [InlineData("schlüssel", "This is no key and no token.")]
    public async Task Form_WithAWrongKey_SaysSo(string key, string said)
    {
        await using var tab = await browser.OpenAsync();
        tab.Expect(Unauthorized);
        await tab.GoAsync();
        await tab.Page.GetByLabel("Key or token").FillAsync(key);
        await tab.Button("Sign in").ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = said })).ToBeVisibleAsync();
        (await tab.Page.EvaluateAsync<int>("sessionStorage.length + localStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task Form_WhenOneStaysSignedIn_KeepsTheKeyUntilSigningOut()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync();
        await tab.Page.GetByLabel("Key or token").FillAsync(await browser.Server.Api.IssueTokenAsync("stays", "Stays"));
        await tab.Page.GetByLabel("Stay signed in on this device").CheckAsync();
        await tab.Button("Sign in").ClickAsync();
        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Stays");
        (await tab.Page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(0);
        (await tab.Page.EvaluateAsync<bool>("'eliza.key' in localStorage")).ShouldBeTrue();

        await tab.Button("Sign out").ClickAsync();
        await Expect(tab.Page.GetByLabel("Key or token")).ToBeFocusedAsync();
        (await tab.Page.EvaluateAsync<bool>("'eliza.key' in localStorage")).ShouldBeFalse();
        await tab.Page.ReloadAsync();
        await Expect(tab.Button("Sign in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_WhenTheKeyIsRevoked_SignsOutAtOnceAndSaysWhy()
    {
        var made = (await browser.Server.Api.PostAsync("/api/auth/keys", new { name = "short", kind = "service", scopes = new[] { "admin" } })).ShouldBe(201).Data;
        await using var tab = await browser.OpenAsync();
        tab.Expect(Unauthorized);
        await tab.GoAsync($"#key={made.GetProperty("key").GetString()}");
        await tab.NameAsync("Ada");
        await tab.OpenAsync("channels", await browser.Server.Api.CreateChannelAsync("revoked"));

        (await browser.Server.Api.DeleteAsync($"/api/auth/keys/{made.GetProperty("id").GetString()}")).ShouldBe(200);

        await Expect(tab.Page.GetByText("This key or token is not valid, or no longer.")).ToBeVisibleAsync();
        (await tab.Page.EvaluateAsync<bool>("'eliza.key' in sessionStorage")).ShouldBeFalse();
    }
}
