using System.Runtime.CompilerServices;
using Eliza.ConformanceHost;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.FunctionalTests.Realtime.SocketIo;

[Trait("Database", "Once")]
public sealed class ConnectTests
{
    [Theory]
    [InlineData("40", "40{\"sid\":\"", "42[\"auth\",{}]")]
    [InlineData("40{\"token\":\"123\"}", "40{\"sid\":\"", "42[\"auth\",{\"token\":\"123\"}]")]
    [InlineData("40/custom,", "40/custom,{\"sid\":\"", "42/custom,[\"auth\",{}]")]
    [InlineData("40/custom", "40/custom,{\"sid\":\"", "42/custom,[\"auth\",{}]")]
    [InlineData("40/custom,{\"token\":\"abc\"}", "40/custom,{\"sid\":\"", "42/custom,[\"auth\",{\"token\":\"abc\"}]")]
    public async Task Connect_ToANamespace_IsAnsweredBeforeAnyEvent(string packet, string answer, string auth)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync(packet);
        (await client.ReceiveTextAsync()).ShouldStartWith(answer);
        (await client.ReceiveTextAsync()).ShouldBe(auth);
    }

    [Fact]
    public async Task Connect_ToANamespaceThatIsNone_IsRefused()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync("40/random");
        (await client.ReceiveTextAsync()).ShouldBe("44/random,{\"message\":\"Invalid namespace\"}");
        await client.SendAsync("40");
        (await client.ReceiveTextAsync()).ShouldStartWith("40{");
    }

    [Fact]
    public async Task Connect_WhenRefused_SaysWhyAndTellsNobodyThatItIsGone()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Server.MainHandler.Decide = (_, auth, _) =>
            new(auth.TryGetProperty("token", out _) ? ConnectAnswer.Accept : ConnectAnswer.Refuse("Not authorized", new { code = "NO" }));
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync("40");
        (await client.ReceiveTextAsync()).ShouldBe("44{\"message\":\"Not authorized\",\"data\":{\"code\":\"NO\"}}");
        await client.SendAsync("40{\"token\":1}");
        (await client.ReceiveTextAsync()).ShouldStartWith("40{");
        app.Server.MainHandler.Gone.ShouldBeEmpty();
        app.Server.Main.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Namespaces_OnOneConnection_GoTheirOwnWays()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync("40/custom");
        await client.ReceiveTextAsync();
        await client.ReceiveTextAsync();
        await client.SendAsync("42/custom,[\"message\",1]");
        (await client.ReceiveTextAsync()).ShouldBe("42/custom,[\"message-back\",1]");
        await client.SendAsync("41/custom");
        await client.SendAsync("42[\"message\",2]");
        (await client.ReceiveTextAsync()).ShouldBe("42[\"message-back\",2]");
        app.Server.CustomHandler.Gone.ShouldHaveSingleItem().Reason.ShouldBe(DisconnectReason.ClientDisconnect);
        app.Server.MainHandler.Gone.ShouldBeEmpty();
        app.Server.Custom.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Namespaces_BeyondTheBound_AreRefused()
    {
        await using var app = await RealtimeApp.StartAsync(sockets: options => options.MaxNamespacesPerConnection = 1);
        using var client = await app.JoinAsync();
        await client.SendAsync("40/custom");
        (await client.ReceiveTextAsync()).ShouldBe("44/custom,{\"message\":\"Too many namespaces\"}");
    }

    [Fact]
    public async Task Connection_ThatJoinsNothingInTime_IsClosed()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.PingInterval = TimeSpan.FromMinutes(1));
        using var idle = await app.ConnectAsync("/socket.io/");
        using var refused = await app.ConnectAsync("/socket.io/");
        await refused.SendAsync("40/random");
        await refused.ReceiveTextAsync();
        using var joined = await app.JoinAsync();
        app.Time.Advance(TimeSpan.FromMilliseconds(900));
        app.Server.Sockets.SessionCount.ShouldBe(3);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        await idle.UntilClosedAsync();
        await refused.UntilClosedAsync();
        await joined.SendAsync("42[\"message\"]");
        (await joined.ReceiveTextAsync()).ShouldBe("42[\"message-back\"]");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_WhoseLastSocketIsGone_IsClosedInTime(bool byClient)
    {
        await using var app = await RealtimeApp.StartAsync(options => options.PingInterval = TimeSpan.FromMinutes(1));
        using var client = await app.JoinAsync();
        await client.SendAsync("40/custom");
        await client.ReceiveTextAsync();
        await client.ReceiveTextAsync();

        await LeaveAsync(app.Server.MainHandler, "41");
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await client.SendAsync("42/custom,[\"message\"]");
        (await client.ReceiveTextAsync()).ShouldBe("42/custom,[\"message-back\"]");

        await LeaveAsync(app.Server.CustomHandler, "41/custom,");
        await RealtimeApp.UntilAsync(() =>
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(100));
            return app.Server.Sockets.SessionCount == 0 || app.Time.GetUtcNow() > Times.Now.AddSeconds(30);
        });
        app.Server.Sockets.SessionCount.ShouldBe(0);

        async Task LeaveAsync(SampleNamespaceHandler handler, string packet)
        {
            if (byClient) await client.SendAsync(packet);
            else handler.Sockets.Values.Single().Disconnect();
            await RealtimeApp.UntilAsync(() => handler.Gone.Count == 1);
            if (!byClient) (await client.ReceiveTextAsync()).ShouldBe(packet);
        }
    }

    [Fact]
    public async Task Connection_WhoseClientConnectsAnew_Stays()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.PingInterval = TimeSpan.FromMinutes(1));
        using var client = await app.JoinAsync();
        await client.SendAsync("41");
        await client.SendAsync("40");
        (await client.ReceiveTextAsync()).ShouldStartWith("40{");
        (await client.ReceiveTextAsync()).ShouldContain("\"auth\"");
        app.Time.Advance(TimeSpan.FromSeconds(10));
        await client.SendAsync("42[\"message\"]");
        (await client.ReceiveTextAsync()).ShouldBe("42[\"message-back\"]");
    }

    [Theory]
    [InlineData("40/random", "44/random,{\"message\":\"Invalid namespace\"}")]
    [InlineData("40/custom", "44/custom,{\"message\":\"No\"}")]
    public async Task Connection_ThatIsRefusedTooOften_IsClosed(string packet, string refusal)
    {
        await using var app = await RealtimeApp.StartAsync(sockets: options => options.MaxRefusedConnects = 3);
        app.Server.CustomHandler.Decide = (_, _, _) => new(ConnectAnswer.Refuse("No"));
        using var client = await app.JoinAsync();
        for (var count = 1; count < 3; count++)
        {
            await client.SendAsync(packet);
            (await client.ReceiveTextAsync()).ShouldBe(refusal);
        }
        await client.SendAsync("42[\"message\"]");
        (await client.ReceiveTextAsync()).ShouldBe("42[\"message-back\"]");

        await client.SendAsync(packet);
        (await client.ReceiveTextAsync()).ShouldBe(refusal);
        (await client.ReceiveAsync()).ShouldBeNull();
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 1);
        app.Server.MainHandler.Gone.Single().Reason.ShouldBe(DisconnectReason.ServerDisconnect);
    }

    /// <summary>The handle of a socket's token lives as long as anything holds on to the token's source.</summary>
    [Fact]
    public async Task Socket_ThatIsGone_LeavesNothingInItsConnection()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        var handle = TakeHandle(app.Server.MainHandler);
        await client.SendAsync("41");
        await RealtimeApp.UntilAsync(() =>
        {
            GC.Collect();
            return app.Server.MainHandler.Gone.Count == 1 && !handle.TryGetTarget(out _);
        });
        app.Server.Sockets.SessionCount.ShouldBe(1);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference<WaitHandle> TakeHandle(SampleNamespaceHandler handler)
        {
            var (id, socket) = handler.Sockets.Single();
            handler.Sockets.TryRemove(id, out _);
            return new WeakReference<WaitHandle>(socket.Disconnected.WaitHandle);
        }
    }

    [Theory]
    [InlineData("42[\"message\"]")]
    [InlineData("41")]
    [InlineData("430[]")]
    [InlineData("4abc")]
    [InlineData("4")]
    [InlineData("40[]")]
    [InlineData("40\"x\"")]
    public async Task Packet_BeforeAnyConnect_ClosesTheConnection(string packet)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync(packet);
        await client.UntilClosedAsync();
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_ThatGoesWhileItsConnectIsPending_IsToldOfOnce()
    {
        await using var app = await RealtimeApp.StartAsync();
        var entered = new TaskCompletionSource<CancellationToken>();
        var goOn = new TaskCompletionSource();
        app.Server.MainHandler.Decide = async (_, _, ended) =>
        {
            entered.SetResult(ended);
            await goOn.Task;
            return ConnectAnswer.Accept;
        };
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync("40");
        var ended = await entered.Task;
        var stopping = app.Server.Sockets.CloseAllAsync(new CancellationToken(canceled: true));
        await RealtimeApp.UntilAsync(() => ended.IsCancellationRequested);
        app.Server.MainHandler.Gone.ShouldBeEmpty("It is still being decided on.");
        goOn.SetResult();
        await stopping;
        app.Server.MainHandler.Gone.ShouldHaveSingleItem().Reason.ShouldBe(DisconnectReason.ServerStop);
        app.Server.MainHandler.Sockets.ShouldBeEmpty();
        app.Server.Main.Count.ShouldBe(0);
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_WhoseConnectFails_IsToldOfOnce()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Server.MainHandler.Decide = (_, _, _) => throw new InvalidOperationException("Our own fault.");
        using var client = await app.ConnectAsync("/socket.io/");
        await client.SendAsync("40");
        await client.UntilClosedAsync();
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 1);
        app.Server.MainHandler.Gone.ShouldHaveSingleItem().Reason.ShouldBe(DisconnectReason.ServerError);
    }
}
