using System.Net;
using System.Net.WebSockets;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class StopTests
{
    [Fact]
    public async Task CloseAll_OfClientsThatListen_TellsThemAndWaits()
    {
        await using var app = await RealtimeApp.StartAsync();
        var polling = await app.PollAsync();
        var poll = polling.PollAsync();
        using var client = await app.ConnectAsync();
        await RealtimeApp.UntilAsync(() => app.Echo.Sessions.Count == 2);

        var stopping = app.Server.Engine.CloseAllAsync(TestContext.Current.CancellationToken);
        (await poll).ShouldBe((200, "1"));
        (await client.UntilClosedAsync()).ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        await stopping.WaitAsync(RealtimeApp.Patience, TestContext.Current.CancellationToken);

        app.Server.Engine.Count.ShouldBe(0);
        app.Echo.Closed.Count.ShouldBe(2);
        app.Echo.Closed.ShouldAllBe(closed => closed.Reason == EngineCloseReason.ServerStop);
        using var late = await app.Http.GetAsync("/engine.io/?EIO=4&transport=polling", TestContext.Current.CancellationToken);
        late.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task CloseAll_OfClientsThatDoNotListen_EndsWhenCancelled()
    {
        await using var app = await RealtimeApp.StartAsync();
        await app.PollAsync();
        using var client = await app.ConnectAsync();
        using var cancel = new CancellationTokenSource();
        var stopping = app.Server.Engine.CloseAllAsync(cancel.Token);
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 2);
        stopping.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        await stopping.WaitAsync(RealtimeApp.Patience, TestContext.Current.CancellationToken);
        app.Server.Engine.Count.ShouldBe(0);
        app.Echo.Closed.Count.ShouldBe(2);
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task CloseAll_WhileClientsLeaveByThemselves_CutsNobodyTwice()
    {
        await using var app = await RealtimeApp.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.ConnectAsync()));
            var leaving = Task.WhenAll(clients.Select(client => Task.Run(client.Dispose, TestContext.Current.CancellationToken)));
            foreach (var session in app.Echo.Sessions.Values) session.Abort(EngineCloseReason.ForcedClose);
            await leaving;
            await RealtimeApp.UntilAsync(() => app.Server.Engine.Count == 0);
        }
        app.Echo.Closed.Count.ShouldBe(200);
        app.Errors.ShouldBeEmpty();
    }
}
