using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>To send messages over a connection.</summary>
public sealed class SendTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("""["message",{"type":2,"payload":{"roomId":"ROOM","message":"Hello","senderId":"ada"}}]""")]
    [InlineData("""["message",{"type":"2","payload":{"roomId":"ROOM","message":"Hello","senderId":"ada"}}]""")]
    [InlineData("""["2",{"channelId":"ROOM","message":"Hello","senderId":"ada"}]""")]
    [InlineData("""["send_message",{"channel_id":"ROOM","content":"Hello","author_id":"ada"}]""")]
    [InlineData("""["message",{"text":"Hello","roomId":"ROOM","userId":"ada"}]""")]
    [InlineData("""["message",{"text":"Hello","roomId":"ROOM","entityId":"ada","userId":"ada"}]""")]
    [InlineData("""["message",{"type":2,"payload":{"channelId":"ROOM","roomId":"ROOM","message":"Hello","text":"Hello","senderId":"ada","entityId":"ada",""" +
        """ "senderName":"Ada","serverId":"00000000-0000-0000-0000-000000000000","messageServerId":"00000000-0000-0000-0000-000000000000","source":"client_chat","attachments":[],"metadata":{}}}]""")]
    public async Task Send_InEachSpelling_PostsTheMessage(string sent)
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.JoinAsync(channel);

        var ack = (await socket.AskRawAsync(sent.Replace("ROOM", $"{channel}"))).ShouldBeDone();

        var heard = await socket.HearTextAsync("Hello");
        heard.Id().ShouldBe(ack.GetProperty("messageId").GetGuid());
        (heard.Text("senderId"), heard.Id("channelId"), heard.Id("roomId")).ShouldBe(("ada", channel, channel));
        (await socket.HearAsync("messageAck")).Id("messageId").ShouldBe(heard.Id());
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(heard.Id());
    }

    [Theory]
    [InlineData("""{"roomId":"ROOM","senderId":"ada"}""", "'message' is missing")]
    [InlineData("""{"roomId":"ROOM","senderId":"ada","text":""}""", "'text' must not be empty")]
    [InlineData("""{"roomId":"ROOM","sender_id":"a b","message":"x"}""", "'sender_id' must be")]
    [InlineData("""{"roomId":"ROOM","entityId":"a b","message":"x"}""", "'entityId' must be")]
    [InlineData("""{"roomId":"ROOM","message":"x"}""", "'senderId' is missing")]
    [InlineData("""{"message":"x","senderId":"ada"}""", "'channelId' is missing")]
    [InlineData("""{"roomId":7,"message":"x","senderId":"ada"}""", "'roomId' must be a string")]
    [InlineData("""{"roomId":"ROOM","message":["x"],"senderId":"ada"}""", "'message' must be a string")]
    [InlineData("""{"roomId":"ROOM","message":"x","senderId":"ada","metadata":[]}""", "'metadata' must be")]
    [InlineData("""{"roomId":"ROOM","message":"x","senderId":"ada","messageId":""}""", "'messageId' must be 1 to 255 visible ASCII characters")]
    [InlineData("""{"roomId":"ROOM","message":"x","senderId":"ada","clientMessageId":"ä"}""", "'clientMessageId' must be 1 to 255 visible ASCII characters")]
    [InlineData("""{"roomId":"ROOM","message":"x","senderId":"ada","source":" "}""", "'source' must not be empty")]
    [InlineData("""{"roomId":"ROOM","message":"x","senderId":"ada","attachments":[{"url":5}]}""", "'attachments[0].url' must be a string")]
    public async Task Send_OfSomethingWrong_NamesTheFieldAsTheClientDoes(string payload, string details)
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);

        var ack = await socket.AskRawAsync($$"""["message",{"type":2,"payload":{{payload.Replace("ROOM", $"{channel}")}}}]""");

        ack.ShouldBeRefused("VALIDATION_ERROR").ShouldContain(details);
        (await socket.HearAsync("messageError")).Text("details").ShouldContain(details);
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_AgainUnderItsId_IsDoneOnceAndAcknowledgedAlike()
    {
        var channel = await _api.CreateRoomAsync();
        await using var first = await TestSocket.OfUserAsync(factory, "ada");
        await using var second = await TestSocket.OfUserAsync(factory, "ada");
        var message = new { type = 2, payload = new { roomId = channel, message = "Once", messageId = "the-one" } };

        var acks = new[] { await first.AskAsync("message", message), await first.AskAsync("message", message), await second.AskAsync("message", message) };

        foreach (var ack in acks) ack.ShouldBeDone().GetRawText().ShouldBe(acks[0].GetProperty("data").GetRawText());
        acks[0].GetProperty("data").GetProperty("clientMessageId").GetString().ShouldBe("the-one");
        var said = (await _api.HistoryAsync(channel)).ShouldHaveSingleItem();
        said.GetProperty("metadata").GetProperty("clientMessageId").GetString().ShouldBe("the-one");
        (await first.AskAsync("message", new { type = 2, payload = new { roomId = channel, message = "Twice", messageId = "the-one" } })).ShouldBeRefused("IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Send_OfAHundredUnderOneId_PostsOneMessage()
    {
        var channel = await _api.CreateRoomAsync();
        var sockets = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TestSocket.OfUserAsync(factory, "crowd")));
        await sockets[0].JoinAsync(channel);

        var acks = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => sockets[number % 10].AskAsync("2", new { roomId = channel, message = "Once", messageId = "one-of-100" })));
        await sockets[0].SayAsync(channel, "Last");
        await sockets[0].HearTextAsync("Last");

        acks.Where(ack => ack.GetProperty("success").GetBoolean()).Select(ack => ack.ShouldBeDone().GetProperty("messageId").GetGuid()).Distinct().ShouldHaveSingleItem();
        foreach (var ack in acks.Where(ack => !ack.GetProperty("success").GetBoolean())) ack.ShouldBeRefused("CONFLICT");
        sockets[0].Texts().ShouldBe(["Once", "Last"]);
        foreach (var socket in sockets) await socket.DisposeAsync();
    }

    [Theory]
    [InlineData("senderId")]
    [InlineData("entityId")]
    [InlineData("userId")]
    public async Task Send_InTheNameOfAnother_IsForServicesAlone(string field)
    {
        var channel = await _api.CreateRoomAsync();
        await using var eve = await TestSocket.OfUserAsync(factory, "eve");
        await using var service = await TestSocket.ConnectAsync(factory);
        var message = new Dictionary<string, object> { ["roomId"] = channel, ["text"] = "I am Ada", [field] = "ada" };

        (await eve.AskAsync("message", message)).ShouldBeRefused("PERMISSION_DENIED");
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
        (await service.AskAsync("message", message)).ShouldBeDone();
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("authorId").GetString().ShouldBe("ada");
    }

    [Fact]
    public async Task Send_OfAPersonWhoSpellsItsUuidInCapitals_IsItsOwn()
    {
        const string Person = "0a8e8400-e29b-41d4-a716-44665544abcd";
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.OpenAsync(factory);
        (await socket.ConnectAsync(new { token = await _api.IssueTokenAsync(Person), entityId = Person.ToUpperInvariant() })).Name.ShouldBe("connect");

        (await socket.AskAsync("message", new { text = "Hello", roomId = channel, userId = Person.ToUpperInvariant() })).ShouldBeDone();
        (await factory.QueryAsync(db => db.Messages.CountAsync(message => message.ChannelId == new Domain.Channels.ChannelId(channel)))).ShouldBe(1);
    }

    [Fact]
    public async Task Agent_WithItsKey_ListensAndAnswers()
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}/mute", new { })).ShouldBe(200);
        var key = await _api.CreateKeyAsync(new { name = "agent", kind = "agent", agentId = Api.Eliza, scopes = new[] { "messages:read", "messages:write" } });
        await using var agent = await TestSocket.ConnectAsync(factory, key);
        await agent.JoinAsync(channel);

        await _api.SubmitAsync(channel, "Anybody?");
        await agent.HearTextAsync("Anybody?");
        await agent.SayAsync(channel, "Me");

        var said = await agent.HearTextAsync("Me");
        (said.Text("senderId"), said.Text("senderType")).ShouldBe((Api.Eliza, "agent"));
        (await agent.HearAsync("authenticated")).Text("kind").ShouldBe("agent");
    }

    [Fact]
    public async Task Send_WithoutItsScope_IsRefusedThoughListeningIsNot()
    {
        var channel = await _api.CreateRoomAsync();
        await using var reader = await TestSocket.ConnectAsync(factory, await _api.CreateKeyAsync(new { name = "reader", kind = "service", scopes = new[] { "messages:read" } }));
        await reader.JoinAsync(channel);

        (await reader.AskAsync("2", new { roomId = channel, message = "No", senderId = "ada" })).ShouldBeRefused("PERMISSION_DENIED");
        await _api.SubmitAsync(channel, "Heard");
        await reader.HearTextAsync("Heard");
        reader.Texts().ShouldBe(["Heard"]);
    }
}
