using System.Net.WebSockets;
using System.Text;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class WebSocketTests
{
    [Fact]
    public async Task Messages_OfTextAndBytes_ComeBack()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        await client.SendAsync("4h\u00e9llo");
        (await client.ReceiveTextAsync()).ShouldBe("4h\u00e9llo");
        await client.SendAsync([1, 2, 3]);
        (await client.ReceiveBytesAsync()).ShouldBe([1, 2, 3]);
        await client.SendAsync("bAQID");
        (await client.ReceiveBytesAsync()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Message_InManyFragments_IsPutTogether()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        var text = Encoding.UTF8.GetBytes("4" + string.Concat(Enumerable.Range(0, 5_000).Select(number => $"\u20ac{number}")));
        foreach (var part in text.Chunk(97)) await client.SendAsync(part, WebSocketMessageType.Text, isLast: false);
        await client.SendAsync([], WebSocketMessageType.Text, isLast: true);
        (await client.ReceiveTextAsync()).ShouldBe(Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("abc", nameof(EngineCloseReason.ParseError))]
    [InlineData("", nameof(EngineCloseReason.ParseError))]
    [InlineData("b!", nameof(EngineCloseReason.ParseError))]
    [InlineData("2", nameof(EngineCloseReason.TransportError))]
    [InlineData("2probe", nameof(EngineCloseReason.TransportError))]
    [InlineData("1", nameof(EngineCloseReason.TransportClose))]
    public async Task Packet_ThatEndsTheSession_ClosesTheWebSocket(string packet, string reason)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        await client.SendAsync(packet);
        (await client.UntilClosedAsync()).ShouldBe(WebSocketCloseStatus.NormalClosure);
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ToString().ShouldBe(reason);
        app.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("5")]
    [InlineData("6")]
    public async Task Packet_ThatMeansNothing_IsPassedOver(string packet)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        await client.SendAsync(packet);
        await client.SendAsync("4still here");
        (await client.ReceiveTextAsync()).ShouldBe("4still here");
    }

    [Fact]
    public async Task Text_ThatIsNoUtf8_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        await client.SendAsync([(byte)'4', 0xC3, 0x28], WebSocketMessageType.Text);
        (await client.UntilClosedAsync()).ShouldBe(WebSocketCloseStatus.InvalidPayloadData);
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Message_BeyondTheLimit_IsClosedAsTooBig(int fragments)
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxPayload = 10_000);
        using var fits = await app.ConnectAsync();
        await fits.SendAsync(new byte[10_000]);
        (await fits.ReceiveBytesAsync()).Length.ShouldBe(10_000);

        using var client = await app.ConnectAsync();
        var parts = new byte[10_001].Chunk((10_001 / fragments) + 1).ToList();
        for (var index = 0; index < parts.Count; index++) await client.SendAsync(parts[index], isLast: index == parts.Count - 1);
        (await client.UntilClosedAsync()).ShouldBe(WebSocketCloseStatus.MessageTooBig);
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.PayloadTooLarge);
    }

    [Fact]
    public async Task Client_ThatGoesWithoutAWord_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.ConnectAsync();
        client.Socket.Abort();
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1 && app.Server.Engine.Count == 0);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.TransportClose);
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_ThatLeavesTheClosingFrameUnanswered_IsCutOff()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.SendTimeout = TimeSpan.FromSeconds(5));
        using var client = await app.ConnectAsync();
        app.Echo.Sessions.Values.Single().Close();
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Server.Engine.Count.ShouldBe(1);
        await RealtimeApp.UntilAsync(() =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(5));
            return app.Server.Engine.Count == 0;
        });
    }

    [Fact]
    public async Task Messages_WhileTheHandlerWorks_WaitTheirTurn()
    {
        await using var app = await RealtimeApp.StartAsync();
        var (working, most, seen) = (0, 0, new List<string>());
        app.Echo.Instead = async (_, message, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref working));
            seen.Add(Encoding.UTF8.GetString(message.Data.Span));
            await Task.Yield();
            Interlocked.Decrement(ref working);
        };
        using var client = await app.ConnectAsync();
        for (var number = 0; number < 200; number++) await client.SendAsync($"4{number}");
        await RealtimeApp.UntilAsync(() => Volatile.Read(ref working) == 0 && seen.Count == 200);
        most.ShouldBe(1);
        seen.ShouldBe(Enumerable.Range(0, 200).Select(number => $"{number}"));
    }
}
