using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class SessionPageTests(ChatBrowser browser)
{
    private readonly Api _api = browser.Server.Api;

    [Fact]
    public async Task Person_WhoOpensASession_TalksInItAndSeesItsTime()
    {
        await using var tab = await browser.OpenAsAsync("1f0c8a52-2f0c-4f0e-9b9a-1c1d1e1f2021", "Ada");
        await tab.Button("Talk to an agent").ClickAsync();
        await tab.Page.GetByLabel("Ends after").SelectOptionAsync("1 hour");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Eliza" }).CheckAsync();
        await tab.Button("Start session").ClickAsync();
        await tab.ShouldBeLiveAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new Regex(@"^Ends in (1:00:00|59:\d\d)$"));

        await tab.SayAsync("I am sad");

        await Expect(tab.Messages).ToHaveCountAsync(2);
        await Expect(tab.Messages.Nth(1).Locator(".name")).ToHaveTextAsync("Eliza");
        await tab.Page.ReloadAsync();
        await Expect(tab.Messages).ToHaveCountAsync(2);
        await Expect(tab.Page.Locator("#sessions a[aria-current=page]")).ToContainTextAsync("Eliza");
        tab.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await tab.Button("End").ClickAsync();
        await Expect(tab.Page.GetByText("No sessions yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Session_ThatNearsItsEnd_WarnsIsRenewedAndEnds()
    {
        const string person = "2f0c8a52-2f0c-4f0e-9b9a-1c1d1e1f2021";
        var opened = (await _api.PostAsync("/api/messaging/sessions", new
        {
            agentId = Api.Eliza, userId = person, metadata = new { username = "Ada" }, timeoutConfig = new { timeoutMinutes = 0.1, autoRenew = false, warningThresholdMinutes = 1 },
        })).ShouldBe(201).Json;
        await using var tab = await browser.OpenAsAsync(person, "Ada");
        await tab.OpenAsync("sessions", opened.GetProperty("sessionId").GetGuid());
        await Expect(tab.Page.Locator("#session-bar")).ToHaveClassAsync(new Regex("near"));
        await Expect(tab.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new Regex("^Ends in 0:0[1-4]$"));

        await tab.Button("Renew").ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new Regex("^Ends in 0:0[56]$"));
        await tab.SayAsync("Last words");
        await Expect(tab.Messages).ToHaveCountAsync(2);

        await Expect(tab.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync("This session has ended. What was said stays here to read.");
        await Expect(tab.Composer).ToBeDisabledAsync();
        await Expect(tab.Button("Renew")).ToBeHiddenAsync();
        await tab.ShouldShowAsync("Last words");
    }
}
