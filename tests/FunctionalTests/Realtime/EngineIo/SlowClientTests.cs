using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class SlowClientTests
{
    private static readonly EnginePacket Big = EnginePacket.Binary(new byte[100_000]);

    [Fact]
    public async Task Queue_OfTooManyPackets_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxQueuedPackets = 5);
        var client = await app.PollAsync();
        var session = app.Echo.Sessions[client.Sid];
        for (var number = 0; number < 5; number++) session.Send(EnginePacket.Text("x")).ShouldBeTrue();
        session.Send(EnginePacket.Text("x")).ShouldBeFalse();
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.SlowClient);
        (await client.PollAsync()).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Queue_OfTooManyBytes_TakesAllOfAMessageOrNone()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxQueuedBytes = 250_000);
        var client = await app.PollAsync();
        var session = app.Echo.Sessions[client.Sid];
        session.Send(Big, Big).ShouldBeTrue();
        session.Send(EnginePacket.Text("x"), Big).ShouldBeFalse();
        (await client.PollAsync()).Status.ShouldBe(400);
    }

    [Fact]
    public async Task WebSocket_ThatIsNotRead_IsDroppedWhileAnotherIsServed()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxQueuedBytes = 1_000_000);
        using var slow = await app.ConnectAsync();
        var slowSession = app.Echo.Sessions.Values.Single();
        using var healthy = await app.ConnectAsync();

        var sent = 0;
        while (slowSession.Send(Big))
        {
            (++sent).ShouldBeLessThan(1_000, "What is sent to nobody must not pile up without end.");
            await healthy.SendAsync($"4{sent}");
            (await healthy.ReceiveTextAsync()).ShouldBe($"4{sent}");
        }
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().ShouldBe((slowSession.Sid, EngineCloseReason.SlowClient));
        await RealtimeApp.UntilAsync(() =>
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(1));
            return app.Server.Engine.Count == 1;
        });
        await healthy.SendAsync("4on");
        (await healthy.ReceiveTextAsync()).ShouldBe("4on");
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_ThatTakesTooLong_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync(options =>
        {
            options.PingInterval = TimeSpan.FromHours(1);
            options.SendTimeout = TimeSpan.FromSeconds(5);
            options.MaxQueuedBytes = int.MaxValue;
            options.MaxQueuedPackets = int.MaxValue;
        });
        using var slow = await app.ConnectAsync();
        var session = app.Echo.Sessions.Values.Single();
        for (var number = 0; number < 300; number++) session.Send(Big).ShouldBeTrue();
        await RealtimeApp.UntilAsync(() =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            return app.Echo.Closed.Count == 1 && app.Server.Engine.Count == 0;
        });
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.SlowClient);
        app.Errors.ShouldBeEmpty();
    }
}
