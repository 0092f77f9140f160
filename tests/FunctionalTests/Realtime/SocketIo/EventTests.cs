using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.FunctionalTests.Realtime.SocketIo;

[Trait("Database", "Once")]
public sealed class EventTests
{
    [Theory]
    [InlineData("42[\"message\",1,\"2\",{\"3\":[true]}]", "42[\"message-back\",1,\"2\",{\"3\":[true]}]")]
    [InlineData("42[\"message\"]", "42[\"message-back\"]")]
    [InlineData("42[\"message\",null,1.50,{}]", "42[\"message-back\",null,1.50,{}]")]
    [InlineData("42[\"message\",{\"_placeholder\":true,\"num\":9}]", "42[\"message-back\",{\"_placeholder\":true,\"num\":9}]")]
    [InlineData("42[\"message\",\"\\ud800\"]", "42[\"message-back\",\"\\uFFFD\"]")]
    [InlineData("42[\"message-with-ack\",1]", null)]
    [InlineData("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]", "43456[1,\"2\",{\"3\":[false]}]")]
    [InlineData("420[\"message-with-ack\"]", "430[]")]
    [InlineData("4299999[\"unheard\"]", null)]
    [InlineData("42[7]", null)]
    [InlineData("437[\"to nobody\"]", null)]
    [InlineData("450-[\"message\"]", "42[\"message-back\"]")]
    public async Task Event_FromTheClient_IsAnsweredAsItAsks(string packet, string? answer)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync(packet);
        await client.SendAsync("42[\"message\",\"done\"]");
        if (answer is not null) (await client.ReceiveTextAsync()).ShouldBe(answer);
        (await client.ReceiveTextAsync()).ShouldBe("42[\"message-back\",\"done\"]");
        app.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("4abc")]
    [InlineData("4")]
    [InlineData("42")]
    [InlineData("42{}")]
    [InlineData("42[]")]
    [InlineData("42[{}]")]
    [InlineData("42[null]")]
    [InlineData("42[\"a\"")]
    [InlineData("42[\"a\"]]")]
    [InlineData("42abc[\"message-with-ack\",1]")]
    [InlineData("429999999999999999999[\"a\"]")]
    [InlineData("42-1[\"a\"]")]
    [InlineData("42[\"connect\"]")]
    [InlineData("42[\"connect_error\"]")]
    [InlineData("42[\"disconnect\"]")]
    [InlineData("42[\"disconnecting\"]")]
    [InlineData("42[\"newListener\"]")]
    [InlineData("42[\"removeListener\"]")]
    [InlineData("42/nope,[\"a\"]")]
    [InlineData("40")]
    [InlineData("41{}")]
    [InlineData("43[1]")]
    [InlineData("431{}")]
    [InlineData("44{\"message\":\"x\"}")]
    [InlineData("45[\"a\"]")]
    [InlineData("45-[\"a\"]")]
    [InlineData("451[\"a\"]")]
    [InlineData("4511-[\"a\"]")]
    [InlineData("451-[\"a\",{\"_placeholder\":true,\"num\":1}]")]
    [InlineData("451-[\"a\",{\"_placeholder\":true,\"num\":-1}]")]
    [InlineData("451-[\"a\",{\"_placeholder\":true,\"num\":\"0\"}]")]
    [InlineData("451-[\"a\",[{\"b\":{\"_placeholder\":true}}]]")]
    [InlineData("450-[\"a\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("461-[\"a\"]")]
    public async Task Packet_ThatIsNone_ClosesTheConnection(string packet)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync(packet);
        await client.UntilClosedAsync();
        await RealtimeApp.UntilAsync(() => app.Server.MainHandler.Gone.Count == 1);
        app.Server.MainHandler.Gone.ShouldHaveSingleItem().Reason.ShouldBeOneOf(DisconnectReason.ParseError, DisconnectReason.TransportError);
        app.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task Json_OfTooManyLevels_ClosesTheConnection(int levels, bool isFine)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        var nested = new string('[', levels) + new string(']', levels);
        await client.SendAsync($"42[\"message\",{nested}]");
        if (isFine) (await client.ReceiveTextAsync()).ShouldBe($"42[\"message-back\",{nested}]");
        else await client.UntilClosedAsync();
    }

    [Fact]
    public async Task Attachments_WhereverTheyAre_GoBothWays()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync(
            "452-[\"message\",{\"a\":[{\"_placeholder\":true,\"num\":1}]},{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        await client.SendAsync([1, 2, 3]);
        await client.SendAsync([4, 5, 6]);
        (await client.ReceiveTextAsync())
            .ShouldBe("453-[\"message-back\",{\"a\":[{\"_placeholder\":true,\"num\":0}]},{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":2}]");
        (await client.ReceiveBytesAsync()).ShouldBe([4, 5, 6]);
        (await client.ReceiveBytesAsync()).ShouldBe([1, 2, 3]);
        (await client.ReceiveBytesAsync()).ShouldBe([4, 5, 6]);

        await client.SendAsync("451-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]");
        await client.SendAsync([7]);
        (await client.ReceiveTextAsync()).ShouldBe("461-789[{\"_placeholder\":true,\"num\":0}]");
        (await client.ReceiveBytesAsync()).ShouldBe([7]);
    }

    [Fact]
    public async Task Attachments_OverPolling_GoBothWays()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync("/socket.io/");
        await client.PostAsync("40");
        (await client.PollAsync()).Body.ShouldContain("42[\"auth\",{}]");
        await client.PostAsync("451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==");
        (await client.PollAsync()).Body.ShouldBe("451-[\"message-back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==");
    }

    [Fact]
    public async Task Bytes_ThatNothingAnnounced_CloseTheConnection()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync([1]);
        await client.UntilClosedAsync();
    }

    [Fact]
    public async Task Text_WhereAttachmentsAreMissing_ClosesTheConnection()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await app.JoinAsync();
        await client.SendAsync("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
        await client.SendAsync("42[\"message\"]");
        await client.UntilClosedAsync();
    }

    [Fact]
    public async Task Attachments_OfTooManyBytesTogether_CloseTheConnection()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxPayload = 1_000);
        using var client = await app.JoinAsync();
        await client.SendAsync("452-[\"message\"]");
        await client.SendAsync(new byte[600]);
        await client.SendAsync(new byte[600]);
        await client.UntilClosedAsync();
        app.Server.MainHandler.Gone.ShouldHaveSingleItem().Reason.ShouldBe(DisconnectReason.ParseError);
    }

    [Fact]
    public async Task Acknowledgement_ThatTheServerAsksFor_ComesBackToIt()
    {
        await using var app = await RealtimeApp.StartAsync(sockets: options => options.MaxPendingAcks = 2);
        using var client = await app.JoinAsync();
        var socket = app.Server.MainHandler.Sockets.Values.Single();
        var (first, second) = (AskAsync(socket), AskAsync(socket));
        (await AskAsync(socket)).ShouldBeNull("Two are awaited already.");
        (await client.ReceiveTextAsync()).ShouldBe("420[\"ask\",{\"a\":1}]");
        (await client.ReceiveTextAsync()).ShouldBe("421[\"ask\",{\"a\":1}]");
        await client.SendAsync("461-1[{\"_placeholder\":true,\"num\":0}]");
        await client.SendAsync([9]);
        await client.SendAsync("430[\"yes\"]");
        await client.SendAsync("430[\"twice\"]");
        (await first)!.Count.ShouldBe(1);
        (await first)![0].GetString().ShouldBe("yes");
        var answer = (await second)!;
        answer.TryGetBinary(answer[0], out var bytes).ShouldBeTrue();
        bytes.ToArray().ShouldBe([9]);
    }

    [Fact]
    public async Task Acknowledgement_ThatDoesNotCome_IsNoneInTheEnd()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.PingInterval = TimeSpan.FromMinutes(1));
        using var client = await app.JoinAsync();
        var socket = app.Server.MainHandler.Sockets.Values.Single();
        var late = AskAsync(socket);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        (await late).ShouldBeNull();

        var interrupted = AskAsync(socket);
        socket.Disconnect();
        (await interrupted).ShouldBeNull();
        (await AskAsync(socket)).ShouldBeNull();
    }

    [Theory]
    [InlineData("437[\"to nobody\"]", false)]
    [InlineData("460-7[\"to nobody\"]", false)]
    [InlineData("42[\"message\"]", true)]
    public async Task Packets_ThatNobodyWaitsFor_CloseTheConnectionWhenTheyAreTooMany(string packet, bool isDisconnected)
    {
        await using var app = await RealtimeApp.StartAsync(sockets: options => options.MaxUnexpectedPackets = 3);
        using var client = await app.JoinAsync();
        await client.SendAsync("40/custom");
        await client.ReceiveTextAsync();
        await client.ReceiveTextAsync();
        if (isDisconnected)
        {
            app.Server.MainHandler.Sockets.Values.Single().Disconnect();
            (await client.ReceiveTextAsync()).ShouldBe("41");
        }

        for (var count = 0; count < 3; count++) await client.SendAsync(packet);
        await client.SendAsync("42/custom,[\"message\",\"still here\"]");
        (await client.ReceiveTextAsync()).ShouldBe("42/custom,[\"message-back\",\"still here\"]");
        await client.SendAsync(packet);
        (await client.ReceiveAsync()).ShouldBeNull();
        await RealtimeApp.UntilAsync(() => app.Server.CustomHandler.Gone.Count == 1);
        app.Server.CustomHandler.Gone.Single().Reason.ShouldBe(DisconnectReason.ParseError);
    }

    [Fact]
    public async Task Event_AcknowledgedTwice_IsAcknowledgedOnce()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Server.MainHandler.Otherwise = (_, received) =>
        {
            received.Acknowledge(received.WantsAck, new byte[] { 1 });
            received.Acknowledge("again");
            return ValueTask.CompletedTask;
        };
        using var client = await app.JoinAsync();
        await client.SendAsync("425[\"other\"]");
        await client.SendAsync("42[\"message\"]");
        (await client.ReceiveTextAsync()).ShouldBe("461-5[true,{\"_placeholder\":true,\"num\":0}]");
        (await client.ReceiveBytesAsync()).ShouldBe([1]);
        (await client.ReceiveTextAsync()).ShouldBe("42[\"message-back\"]");
    }

    [Fact]
    public async Task Emit_OfAReservedName_IsOurOwnFault()
    {
        await using var app = await RealtimeApp.StartAsync();
        Should.Throw<ArgumentException>(() => app.Server.Main.Encode("disconnect"));
    }

    private static Task<SocketArguments?> AskAsync(Socket socket) =>
        socket.EmitWithAckAsync("ask", [new Dictionary<string, int> { ["a"] = 1 }], TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
}
