using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Eliza.FunctionalTests.Browser;

/// <summary>The chat page in a browser, used as a person does. At its end nothing may have gone wrong behind the scenes.</summary>
internal sealed class ChatTab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly List<Regex> _expected = [];

    public ChatTab(IBrowserContext context, IPage page, Uri server)
    {
        (_context, Page, _server) = (context, page, server);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _problems.Enqueue($"{message.Text} ({message.Location})"); };
        page.PageError += (_, error) => _problems.Enqueue(error);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("blob:") && !request.Url.StartsWith(server.ToString())) _problems.Enqueue($"A request to {request.Url}");
        };
    }

    public IPage Page { get; }

    public ILocator Composer => Page.GetByLabel("Message", new() { Exact = true });

    public ILocator NameBox => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your name" });

    public ILocator Messages => Page.Locator("#messages .message");

    /// <summary>The messages that say this.</summary>
    public ILocator Said(string text) => Messages.Filter(new() { Has = Page.Locator(".bubble", new() { HasTextString = text }) });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Lets go wrong what the test makes go wrong: what the browser's console says of it.</summary>
    public void Expect(string problem) => _expected.Add(new Regex(problem));

    public Task GoAsync(string fragment = "") => Page.GotoAsync($"{_server}{fragment}");

    /// <summary>Says who speaks with a service's key.</summary>
    public async Task NameAsync(string name)
    {
        await NameBox.FillAsync(name);
        await Button("Continue").ClickAsync();
        await Assertions.Expect(Page.Locator("#my-name")).ToHaveTextAsync(name);
    }

    /// <summary>Opens a channel or a session by its address.</summary>
    public async Task OpenAsync(string kind, Guid id)
    {
        await Page.EvaluateAsync($"location.hash = '#/{kind}/{id}'");
        await ShouldBeLiveAsync();
    }

    public Task ShouldBeLiveAsync() => Assertions.Expect(Page.Locator("#connection")).ToHaveTextAsync("Live");

    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Waits until exactly one message says this.</summary>
    public Task ShouldShowAsync(string text) => Assertions.Expect(Said(text)).ToHaveCountAsync(1);

    public Task OfflineAsync(bool isOffline) => _context.SetOfflineAsync(isOffline);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _problems.Where(problem => !_expected.Any(expected => expected.IsMatch(problem))).ShouldBeEmpty();
    }
}
