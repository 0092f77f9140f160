using Eliza.FunctionalTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

/// <summary>Anybody can make a link with a key in it, and somebody who is signed in may follow it.</summary>
[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class SignInLinkTests(ChatBrowser browser)
{
    private const string Keys = "JSON.stringify([sessionStorage['eliza.key'], localStorage['eliza.key'], localStorage['eliza.sessions']])";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Api _api = browser.Server.Api;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_WithAnothersKey_WhenDeclined_ChangesNothing(bool isNewVisit)
    {
        var channel = await _api.CreateChannelAsync($"link-declined-{isNewVisit}");
        await using var tab = await browser.OpenAsAsync("link-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        var before = await RememberAsync(tab);
        var asked = Answer(tab, isAccepted: false);

        await FollowAsync(tab, await _api.IssueTokenAsync("link-mallory", "Mallory"), isNewVisit);

        (await asked.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBe("This link signs you in as Mallory (link-mallory). Until now you are Ada. Change over?");
        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Ada");
        (await tab.Page.EvaluateAsync<string>(Keys)).ShouldBe(before);
        tab.Page.Url.ShouldNotContain("key");
        if (isNewVisit) return;
        tab.Page.Url.ShouldEndWith($"#/channels/{channel}");
        await tab.SayAsync("Still me");
        await tab.ShouldShowAsync("Still me");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_WithAnothersKey_WhenAgreedTo_ChangesOver(bool isNewVisit)
    {
        await using var tab = await browser.OpenAsAsync("link-ada", "Ada");
        await RememberAsync(tab);
        _ = Answer(tab, isAccepted: true);

        await FollowAsync(tab, await _api.IssueTokenAsync("link-grace", "Grace"), isNewVisit);

        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Grace");
        tab.Page.Url.ShouldNotContain("key");
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Grace");
        (await tab.Page.EvaluateAsync<string>("localStorage['eliza.sessions']")).ShouldContain("link-ada");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_WithAKeyThatIsRefused_SaysSoAndChangesNothing(bool isNewVisit)
    {
        await using var tab = await browser.OpenAsAsync("link-ada", "Ada");
        tab.Expect("status of 401");
        var before = await RememberAsync(tab);

        await FollowAsync(tab, "junk", isNewVisit);

        await Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "This key or token is not valid, or no longer." })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Ada");
        (await tab.Page.EvaluateAsync<string>(Keys)).ShouldBe(before);
    }

    [Fact]
    public async Task Link_WithAnotherTokenOfTheSamePerson_AsksNothing()
    {
        await using var tab = await browser.OpenAsAsync("link-ada", "Ada");
        var token = await _api.IssueTokenAsync("link-ada", "Ada Lovelace");

        await FollowAsync(tab, token, isNewVisit: false);

        await Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync("Ada Lovelace");
        (await tab.Page.EvaluateAsync<string>("sessionStorage['eliza.key']")).ShouldBe(token);
    }

    /// <summary>Has the page know a session of Ada's, and gives all that it keeps of her.</summary>
    private static async Task<string> RememberAsync(ChatTab tab)
    {
        await tab.Page.EvaluateAsync("localStorage['eliza.sessions'] = JSON.stringify([{ id: 'any', channelId: 'any', userId: 'link-ada', agentName: 'Eliza', openedAt: 0 }])");
        return await tab.Page.EvaluateAsync<string>(Keys);
    }

    private static async Task FollowAsync(ChatTab tab, string key, bool isNewVisit)
    {
        if (isNewVisit) await tab.Page.GotoAsync("about:blank");
        await tab.GoAsync($"#key={key}");
    }

    /// <summary>Answers the page's next question, and gives it.</summary>
    private static Task<string> Answer(ChatTab tab, bool isAccepted)
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        tab.Page.Dialog += async (_, dialog) =>
        {
            await (isAccepted ? dialog.AcceptAsync() : dialog.DismissAsync());
            asked.SetResult(dialog.Message);
        };
        return asked.Task;
    }
}
