using Eliza.FunctionalTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class AccessiblePageTests(ChatBrowser browser)
{
    private readonly Api _api = browser.Server.Api;

    [Fact]
    public async Task Keyboard_Alone_IsEnoughToSignInTalkAndReply()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync();
        var keys = tab.Page.Keyboard;
        await Expect(tab.Page.GetByLabel("Key or token")).ToBeFocusedAsync();
        await keys.TypeAsync(ApiFactory.Key);
        await keys.PressAsync("Enter");
        await Expect(tab.NameBox).ToBeFocusedAsync();
        await keys.TypeAsync("Ada");
        await keys.PressAsync("Enter");
        await tab.Page.Locator("#new-channel").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Eliza" })).ToBeCheckedAsync();
        await keys.TypeAsync("by-keyboard");
        await keys.PressAsync("Enter");
        await Expect(tab.Composer).ToBeFocusedAsync();
        await tab.ShouldBeLiveAsync();

        await keys.TypeAsync("I am here");
        await keys.PressAsync("Enter");
        await Expect(tab.Messages).ToHaveCountAsync(2);
        await keys.PressAsync("Shift+Tab");
        await Expect(tab.Page.GetByRole(AriaRole.Log, new() { Name = "Messages", Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowUp");
        await Expect(tab.Messages.First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByLabel("Reply in the thread")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(tab.Messages.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Page_ForScreenReaders_NamesItsPartsAndTheirRoles()
    {
        var channel = await _api.CreateChannelAsync("roles", withEliza: true);
        await using var tab = await browser.OpenAsAsync("roles-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        await tab.SayAsync("Hello");
        await Expect(tab.Messages).ToHaveCountAsync(2);

        foreach (var role in new[] { AriaRole.Main, AriaRole.Navigation }) await Expect(tab.Page.GetByRole(role)).ToHaveCountAsync(1);
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("# roles");
        await Expect(tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" }).GetByRole(AriaRole.Link, new() { Name = "roles" })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(tab.Page.GetByRole(AriaRole.Log, new() { Name = "Messages", Exact = true }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#connection")).ToHaveRoleAsync(AriaRole.Status);
        (await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, input, textarea, select')].filter(e => e.checkVisibility() && !e.textContent.trim() && !e.ariaLabel && !e.labels?.length).map(e => e.outerHTML)"))
            .ShouldBeEmpty();
        (await tab.Page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("en");
        var skip = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the message box" });
        await Expect(skip).Not.ToBeInViewportAsync();
        await skip.FocusAsync();
        await Expect(skip).ToBeInViewportAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Page_OnASmallPhone_FitsAndHasItsListsInADrawer()
    {
        var channel = await _api.CreateChannelAsync("phone");
        await _api.SubmitAsync(channel, $"{new string('w', 300)} ```{new string('c', 300)}```");
        await using var tab = await browser.OpenAsAsync("phone-ada", "Ada", new()
        {
            ViewportSize = new ViewportSize { Width = 320, Height = 600 }, HasTouch = true, IsMobile = true,
        });
        await tab.OpenAsync("channels", channel);
        await Expect(tab.Messages).ToHaveCountAsync(1);

        foreach (var part in new[] { "document.documentElement", "document.querySelector('#log')" })
            (await tab.Page.EvaluateAsync<int>($"{part}.scrollWidth - {part}.clientWidth")).ShouldBe(0, part);
        await Expect(tab.Page.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();
        await tab.Button("Open the menu").TapAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
        await Expect(tab.Button("Close the menu")).ToBeFocusedAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "phone" }).TapAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();
        await Expect(tab.Composer).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colours_InBothSchemes_HaveEnoughContrast(ColorScheme scheme)
    {
        var channel = await _api.CreateChannelAsync($"colours-{scheme}", withEliza: true);
        await using var tab = await browser.OpenAsAsync("colours-ada", "Ada", new() { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await tab.OpenAsync("channels", channel);
        await tab.SayAsync("Hello @Eliza, see https://example.org and `code`");
        await Expect(tab.Messages).ToHaveCountAsync(2);

        (await tab.Page.EvaluateAsync<int>("matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0")).ShouldBe(scheme is ColorScheme.Dark ? 1 : 0);
        (await tab.Page.EvaluateAsync<string[]>(Contrast.Script)).ShouldBeEmpty();
    }
}
