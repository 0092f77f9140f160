using System.Net;
using System.Net.Sockets;
using Eliza.FunctionalTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Sqlite")]
public sealed class ReconnectTests(ChatBrowser browser)
{
    private readonly Api _api = browser.Server.Api;

    [Fact]
    public async Task Page_ThatWasOffline_ShowsWhatItMissedOnce()
    {
        var channel = await _api.CreateChannelAsync("offline");
        await using var tab = await browser.OpenAsAsync("offline-ada", "Ada");
        tab.Expect("ERR_INTERNET_DISCONNECTED");
        await tab.OpenAsync("channels", channel);
        await _api.SubmitAsync(channel, "Before");
        await tab.ShouldShowAsync("Before");

        await tab.OfflineAsync(true);
        await Expect(tab.Page.Locator("#connection")).ToHaveTextAsync("Offline");
        await _api.SubmitAsync(channel, "Meanwhile");
        await tab.SayAsync("From the tunnel");
        await Expect(tab.Page.Locator(".message.pending .note")).ToHaveTextAsync("Waiting for the server …");
        await tab.OfflineAsync(false);

        await tab.ShouldBeLiveAsync();
        await tab.ShouldShowAsync("Meanwhile");
        await Expect(tab.Page.Locator(".message.pending")).ToHaveCountAsync(0);
        await Expect(tab.Messages.Locator(".bubble")).ToHaveTextAsync(["Before", "Meanwhile", "From the tunnel"]);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Message_WhoseAnswerWasLost_IsPostedOnce()
    {
        var channel = await _api.CreateChannelAsync("lost-answer");
        await using var tab = await browser.OpenAsAsync("lost-ada", "Ada");
        tab.Expect("ERR_(FAILED|CONNECTION_RESET)");
        await tab.OpenAsync("channels", channel);
        var isLost = true;
        await tab.Page.RouteAsync("**/messages", async route =>
        {
            var answer = await route.FetchAsync();
            if (isLost) await route.AbortAsync();
            else await route.FulfillAsync(new() { Response = answer });
            isLost = false;
        });

        await tab.SayAsync("Only once");

        await Expect(tab.Page.Locator(".message.pending")).ToHaveCountAsync(0);
        await tab.ShouldShowAsync("Only once");
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Page_WhenTheServerIsKilledAndStartedAgain_GoesOnWhereItWas()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort()}", ["Auth__BootstrapApiKey"] = ApiFactory.Key, ["Auth__Jwt__SigningKey"] = ApiFactory.SigningKey,
        };
        Guid channel;
        await using var tab = await browser.OpenAsync(new Uri($"{settings["ASPNETCORE_URLS"]}/"));
        tab.Expect("ERR_(CONNECTION_|INCOMPLETE_|EMPTY_RESPONSE|NETWORK)");
        await using (var server = await ServerProcess.StartAsync(folder.Path, settings))
        {
            var api = server.CreateApi(ApiFactory.Key);
            channel = await api.CreateChannelAsync("killed");
            await tab.GoAsync($"#key={await api.IssueTokenAsync("ada", "Ada")}");
            await tab.OpenAsync("channels", channel);
            await api.SubmitAsync(channel, "Before the fall");
            await tab.ShouldShowAsync("Before the fall");
            await server.KillAsync();
        }
        await Expect(tab.Page.Locator("#connection")).Not.ToHaveTextAsync("Live");

        await using var again = await ServerProcess.StartAsync(folder.Path, settings);
        await again.CreateApi(ApiFactory.Key).SubmitAsync(channel, "After it");

        await tab.ShouldShowAsync("After it");
        await tab.SayAsync("And on");
        await Expect(tab.Messages.Locator(".bubble")).ToHaveTextAsync(["Before the fall", "After it", "And on"]);
        await Expect(tab.Page.Locator(".message.pending")).ToHaveCountAsync(0);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
