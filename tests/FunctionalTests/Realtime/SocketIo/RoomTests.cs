using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.FunctionalTests.Realtime.SocketIo;

[Trait("Database", "Once")]
public sealed class RoomTests
{
    [Fact]
    public async Task Emit_ToARoom_ReachesThoseInIt()
    {
        await using var app = await RealtimeApp.StartAsync();
        var (ann, annsSocket) = await JoinAsync(app);
        var (bob, bobsSocket) = await JoinAsync(app);
        var (eve, _) = await JoinAsync(app);
        annsSocket.Join("a").ShouldBeTrue();
        annsSocket.Join("a").ShouldBeTrue();
        bobsSocket.Join("a").ShouldBeTrue();
        app.Server.Main.SocketsIn("a").Count.ShouldBe(2);

        var encoded = app.Server.Main.Encode("news", 1, new byte[] { 5 });
        app.Server.Main.Emit("a", encoded).ShouldBe(2);
        app.Server.Main.Emit("a", encoded, except: bobsSocket).ShouldBe(1);
        app.Server.Main.Emit("nobody", encoded).ShouldBe(0);
        bobsSocket.Leave("a");
        app.Server.Main.Emit("a", app.Server.Main.Encode("two")).ShouldBe(1);
        annsSocket.LeaveAll();
        app.Server.Main.Emit("a", encoded).ShouldBe(0);
        app.Server.Main.EmitToAll(app.Server.Main.Encode("all")).ShouldBe(3);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await ann.ReceiveTextAsync()).ShouldBe("451-[\"news\",1,{\"_placeholder\":true,\"num\":0}]");
            (await ann.ReceiveBytesAsync()).ShouldBe([5]);
        }
        (await ann.ReceiveTextAsync()).ShouldBe("42[\"two\"]");
        (await ann.ReceiveTextAsync()).ShouldBe("42[\"all\"]");
        (await bob.ReceiveTextAsync()).ShouldStartWith("451-");
        (await bob.ReceiveBytesAsync()).ShouldBe([5]);
        (await bob.ReceiveTextAsync()).ShouldBe("42[\"all\"]");
        (await eve.ReceiveTextAsync()).ShouldBe("42[\"all\"]");
    }

    [Fact]
    public async Task Rooms_OfASocketThatIsGone_AreLeft()
    {
        await using var app = await RealtimeApp.StartAsync();
        var (client, socket) = await JoinAsync(app);
        socket.Join("a");
        client.Socket.Abort();
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 1);
        app.Server.Main.SocketsIn("a").ShouldBeEmpty();
        socket.Join("a").ShouldBeFalse();
        socket.Emit("late").ShouldBeFalse();
        app.Server.Main.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Rooms_BeyondTheBound_AreNotJoined()
    {
        await using var app = await RealtimeApp.StartAsync(sockets: options => options.MaxRoomsPerSocket = 2);
        var (_, socket) = await JoinAsync(app);
        new[] { "a", "b", "c", "b" }.Select(socket.Join).ShouldBe([true, true, false, true]);
    }

    [Fact]
    public async Task Disconnect_ByTheServer_ComesBehindWhatWasEmittedAndIsToldOfOnce()
    {
        await using var app = await RealtimeApp.StartAsync();
        var (client, socket) = await JoinAsync(app);
        socket.Emit("last");
        socket.Disconnect();
        socket.Disconnect();
        (await client.ReceiveTextAsync()).ShouldBe("42[\"last\"]");
        (await client.ReceiveTextAsync()).ShouldBe("41");
        await client.SendAsync("42[\"message\",\"sent before it heard\"]");
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 1);

        await client.SendAsync("40");
        (await client.ReceiveTextAsync()).ShouldStartWith("40{");
        (await client.ReceiveTextAsync()).ShouldBe("42[\"auth\",{}]");
        app.Server.MainHandler.Sockets.Values.Single(other => other != socket).Disconnect(closeConnection: true);
        (await client.ReceiveTextAsync()).ShouldBe("41");
        await client.UntilClosedAsync();
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 2);
        app.Server.MainHandler.Gone.Select(gone => gone.Reason).ShouldAllBe(reason => reason == DisconnectReason.ServerDisconnect);
    }

    [Fact]
    public async Task Emits_FromManyThreads_LeaveAMessageWhole()
    {
        const int Threads = 8, Each = 100;
        await using var app = await RealtimeApp.StartAsync(options => options.MaxQueuedPackets = Threads * Each * 2);
        var (client, socket) = await JoinAsync(app);
        var sending = Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++) socket.Emit("n", thread, number, new[] { (byte)thread, (byte)number }).ShouldBeTrue();
        })));
        var next = new int[Threads];
        for (var count = 0; count < Threads * Each; count++)
        {
            var text = await client.ReceiveTextAsync();
            var bytes = await client.ReceiveBytesAsync();
            text.ShouldBe($"451-[\"n\",{bytes[0]},{bytes[1]},{{\"_placeholder\":true,\"num\":0}}]");
            bytes[1].ShouldBe((byte)next[bytes[0]]++);
        }
        await sending;
    }

    private static async Task<(SocketClient Client, Socket Socket)> JoinAsync(RealtimeApp app)
    {
        var known = app.Server.MainHandler.Sockets.Keys.ToHashSet();
        var client = await app.JoinAsync();
        return (client, app.Server.MainHandler.Sockets.Single(socket => !known.Contains(socket.Key)).Value);
    }
}
