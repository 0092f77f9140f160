using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(305);
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(505);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Ping_WhenPolling_ComesAfterEveryPong()
    {
        await using var app = await StartAsync();
        var client = await app.PollAsync();
        for (var round = 0; round < 3; round++)
        {
            var poll = client.PollAsync();
            app.Time.Advance(TimeSpan.FromMilliseconds(320));
            (await poll).ShouldBe((200, "2"));
            (await client.PostAsync("3")).ShouldBe((200, "ok"));
        }
    }

    [Fact]
    public async Task Ping_OverAWebSocket_ComesAfterEveryPong()
    {
        await using var app = await StartAsync();
        using var client = await app.ConnectAsync();
        for (var round = 0; round < 3; round++)
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(320));
            (await client.ReceiveTextAsync()).ShouldBe("2");
            await client.SendAsync("3");
            await client.SendAsync("4x");
            (await client.ReceiveTextAsync()).ShouldBe("4x");
        }
    }

    /// <summary>At this moment nothing has looked for dead sessions since 500 ms.</summary>
    [Fact]
    public async Task Session_AtTheMomentOfItsDeadline_IsUnknown()
    {
        await using var app = await StartAsync();
        var (alive, polling, posting) = (await app.PollAsync(), await app.PollAsync(), await app.PollAsync());
        app.Time.Advance(Deadline - Moment);
        (await alive.PostAsync("3")).Status.ShouldBe(200);
        app.Time.Advance(Moment);
        (await polling.PollAsync()).Status.ShouldBe(400);
        (await posting.PostAsync("3")).Status.ShouldBe(400);
        (await alive.PostAsync("4a")).Status.ShouldBe(200);
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 2);
        app.Echo.Closed.ShouldAllBe(closed => closed.Reason == EngineCloseReason.PingTimeout);
    }

    [Fact]
    public async Task WebSocket_WithoutPong_IsClosedByTheSweep()
    {
        await using var app = await StartAsync();
        using var client = await app.ConnectAsync();
        app.Time.Advance(Interval + Interval);
        await client.UntilClosedAsync();
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.PingTimeout);
    }

    [Fact]
    public async Task Pong_ThatLiesUnreadBehindASlowHandler_IsNotHeldAgainstTheClient()
    {
        await using var app = await StartAsync();
        var (entered, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Echo.Instead = async (_, _, _) =>
        {
            entered.TrySetResult();
            await goOn.Task;
        };
        using var client = await app.ConnectAsync();
        await client.SendAsync("4slow");
        await entered.Task.WaitAsync(RealtimeApp.Patience, TestContext.Current.CancellationToken);
        await client.SendAsync("3");
        app.Time.Advance(TimeSpan.FromSeconds(10));
        app.Echo.Closed.ShouldBeEmpty();

        app.Echo.Instead = null;
        goOn.SetResult();
        (await client.ReceiveTextAsync()).ShouldBe("2");
        await client.SendAsync("4x");
        (await client.ReceiveTextAsync()).ShouldBe("4x");
    }

    private static Task<RealtimeApp> StartAsync() => RealtimeApp.StartAsync(options => options.PingInterval = Interval);
}
