using System.Text;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class UpgradeTests
{
    [Fact]
    public async Task Upgrade_WhenProbed_EndsThePollAndTakesOver()
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        var poll = polling.PollAsync();
        // A poll behind the probe would wait for the clock, which stands still.
        await RealtimeApp.UntilAsync(() => app.Arrived.Any(request => request.Contains(polling.Sid, StringComparison.Ordinal)));
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await client.SendAsync("2probe");
        (await client.ReceiveTextAsync()).ShouldBe("3probe");
        (await poll).ShouldBe((200, "6"));
        (await polling.PostAsync("4during")).Status.ShouldBe(200);
        await client.SendAsync("5");
        (await client.ReceiveTextAsync()).ShouldBe("4during");
        await client.SendAsync("4after");
        (await client.ReceiveTextAsync()).ShouldBe("4after");

        (await polling.PollAsync()).ShouldBe((400, """{"code":3,"message":"Bad request"}"""));
        (await polling.PostAsync("4no")).Status.ShouldBe(400);
        using var second = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await second.UntilClosedAsync();
        await client.SendAsync("4on");
        (await client.ReceiveTextAsync()).ShouldBe("4on");
        app.Server.Engine.Count.ShouldBe(1);
    }

    /// <summary>The server sends without pause while a client that keeps to the protocol upgrades, and so does the client.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task Upgrade_UnderTraffic_LosesDoublesAndReordersNothing(int pollsBefore)
    {
        const int Count = 2_000;
        await using var app = await RealtimeApp.StartAsync();
        var arrived = new List<string>();
        app.Echo.Instead = (_, message, _) =>
        {
            lock (arrived) arrived.Add(Encoding.UTF8.GetString(message.Data.Span));
            return ValueTask.CompletedTask;
        };
        var polling = await app.PollAsync();
        using var credit = new SemaphoreSlim(50);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var sending = SendAsync(app.Echo.Sessions[polling.Sid], credit, stop.Token);
        var received = new List<string>();
        void Take(string payload)
        {
            var packets = payload.Split('\u001e').Where(packet => packet != "6").ToList();
            received.AddRange(packets);
            if (packets.Count > 0) credit.Release(packets.Count);
        }

        var sent = 0;
        for (; sent < pollsBefore; sent++)
        {
            (await polling.PostAsync($"4{sent}")).Status.ShouldBe(200);
            Take((await polling.PollAsync()).Body);
        }
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        var poll = polling.PollAsync();
        await client.SendAsync("2probe");
        (await client.ReceiveTextAsync()).ShouldBe("3probe");
        Take((await poll).Body);
        await client.SendAsync("5");
        while (sent < Count)
        {
            await client.SendAsync($"4{sent++}");
            Take(await client.ReceiveTextAsync());
        }

        await stop.CancelAsync();
        await sending;
        received.ShouldBe(Enumerable.Range(0, received.Count).Select(number => $"4{number}"));
        await RealtimeApp.UntilAsync(() => arrived.Count == Count);
        arrived.ShouldBe(Enumerable.Range(0, Count).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Upgrade_ThatIsNeverCompleted_LeavesPolling()
    {
        await using var app = await RealtimeApp.StartAsync(options =>
        {
            options.PingInterval = TimeSpan.FromSeconds(100);
            options.UpgradeTimeout = TimeSpan.FromSeconds(10);
        });
        var polling = await app.PollAsync();
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await client.SendAsync("2probe");
        (await client.ReceiveTextAsync()).ShouldBe("3probe");
        app.Time.Advance(TimeSpan.FromSeconds(11));
        await client.UntilClosedAsync();

        (await polling.PostAsync("4a")).Status.ShouldBe(200);
        (await polling.PollAsync()).ShouldBe((200, "4a"));
        using var again = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await again.SendAsync("2probe");
        (await again.ReceiveTextAsync()).ShouldBe("3probe");
        await again.SendAsync("5");
        await again.SendAsync("4b");
        (await again.ReceiveTextAsync()).ShouldBe("4b");
    }

    [Theory]
    [InlineData("4hello")]
    [InlineData("5")]
    [InlineData("2")]
    [InlineData("x")]
    public async Task Upgrade_WithoutAProbe_LeavesPolling(string packet)
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await client.SendAsync(packet);
        await client.UntilClosedAsync();
        (await polling.PostAsync("4a")).Status.ShouldBe(200);
        (await polling.PollAsync()).ShouldBe((200, "4a"));
        app.Echo.Closed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Upgrade_WhenAnotherIsUnderWay_IsClosed()
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        using var first = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await first.SendAsync("2probe");
        (await first.ReceiveTextAsync()).ShouldBe("3probe");
        using var second = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await second.UntilClosedAsync();
        await first.SendAsync("5");
        await first.SendAsync("4a");
        (await first.ReceiveTextAsync()).ShouldBe("4a");
    }

    [Fact]
    public async Task Poll_DuringAnUpgrade_IsAnsweredInAMoment()
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await client.SendAsync("2probe");
        (await client.ReceiveTextAsync()).ShouldBe("3probe");
        var poll = polling.PollAsync();
        await RealtimeApp.UntilAsync(() =>
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(10));
            return poll.IsCompleted || !app.Echo.Closed.IsEmpty;
        });
        (await poll).ShouldBe((200, "6"));
    }

    [Fact]
    public async Task Session_ThatEndsDuringAnUpgrade_CutsTheProbe()
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        using var client = await SocketClient.ConnectAsync(app.Port, polling.UpgradeUrl);
        await client.SendAsync("2probe");
        (await client.ReceiveTextAsync()).ShouldBe("3probe");
        await polling.PostAsync("1");
        await client.UntilClosedAsync();
        app.Errors.ShouldBeEmpty();
    }

    private static async Task SendAsync(EngineSession session, SemaphoreSlim credit, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            await ((Task)credit.WaitAsync(stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            session.Send(EnginePacket.Text($"{number}")).ShouldBeTrue();
        }
    }
}
