using Microsoft.Playwright;

namespace Eliza.FunctionalTests.Browser;

/// <summary>One Chromium and one server for all tests of the chat page; each test has a context of its own, as if it were another person's browser.</summary>
[CollectionDefinition(Name)]
public sealed class ChatBrowser : IAsyncLifetime, ICollectionFixture<ChatBrowser>
{
    public const string Name = "Chat page";

    /// <summary>Long enough for a machine that does much else: what a test waits for is there in a fraction of a second.</summary>
    private const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why the page cannot be tried here; null when it can.</summary>
    public string? Obstacle { get; private set; }

    internal ChatFactory Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var program = InstalledBrowser.Find();
        if (program is null)
        {
            Obstacle = "The chat page is tried in Chromium, which is not installed; CHROMIUM_PATH may say where it is";
            return;
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Opens the page in a context of its own. Without a browser the test ends here, as skipped.</summary>
    /// <param name="server">Where the page is; null for the server of all these tests.</param>
    /// <param name="options">What the browser is like; null for a desktop's.</param>
    internal async Task<ChatTab> OpenAsync(Uri? server = null, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(Obstacle is not null, Obstacle ?? "");
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };
        options.Locale = "en-GB";
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return new ChatTab(context, await context.NewPageAsync(), server ?? Server.Anonymous.Client.BaseAddress!);
    }

    /// <summary>Opens the page and signs in as somebody with a token.</summary>
    internal async Task<ChatTab> OpenAsAsync(string userId, string name, BrowserNewContextOptions? options = null)
    {
        var tab = await OpenAsync(null, options);
        await tab.GoAsync($"#key={await Server.Api.IssueTokenAsync(userId, name)}");
        await Assertions.Expect(tab.Page.Locator("#my-name")).ToHaveTextAsync(name);
        return tab;
    }
}
