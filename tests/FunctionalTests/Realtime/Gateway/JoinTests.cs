using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>To listen, and to listen no more.</summary>
public sealed class JoinTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("""["join",{"roomId":"ROOM"}]""")]
    [InlineData("""["join",{"channelId":"ROOM"}]""")]
    [InlineData("""["join",{"channel_id":"ROOM"}]""")]
    [InlineData("""["join",{"channelId":"ROOM","roomId":"ROOM","room_id":"ROOM"}]""")]
    [InlineData("""["join",{"roomId":"ROOM","room":"ROOM"}]""")]
    [InlineData("""["join_channel",{"roomId":"ROOM"}]""")]
    [InlineData("""["join_room",{"roomId":"ROOM"}]""")]
    [InlineData("""["1",{"roomId":"ROOM"}]""")]
    [InlineData("""["message",{"type":1,"payload":{"roomId":"ROOM"}}]""")]
    [InlineData("""["message",{"type":"1","payload":{"roomId":"ROOM"}}]""")]
    [InlineData("""["message",{"type":1,"payload":{"channelId":"ROOM","roomId":"ROOM","entityId":"ada","userId":"ada"}}]""")]
    public async Task Join_InEachSpelling_TellsSoBeforeAnythingElse(string sent)
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);

        var joined = (await socket.AskRawAsync(sent.Replace("ROOM", $"{channel}"))).ShouldBeDone();
        await _api.SubmitAsync(channel, "Hello");
        await socket.HearTextAsync("Hello");

        joined.GetProperty("channelId").GetGuid().ShouldBe(channel);
        socket.Heard.Select(heard => heard.Name).ShouldBe(["connect", "connection_established", "authenticated", "channel_joined", "room_joined", "messageBroadcast"]);
        foreach (var told in socket.Heard.Skip(3).Take(2)) (told.Id("channelId"), told.Id("roomId"), told.Text("eventId")).ShouldBe((channel, channel, joined.GetProperty("eventId").GetString()!));
    }

    [Theory]
    [InlineData("""["join"]""", "channelId or roomId is required")]
    [InlineData("""["join",{}]""", "channelId or roomId is required")]
    [InlineData("""["join",{"roomId":null}]""", "channelId or roomId is required")]
    [InlineData("""["request-world-state",{}]""", "channelId or roomId is required")]
    [InlineData("""["leave",{}]""", "channelId or roomId is required")]
    [InlineData("""["leave",{"roomId":5}]""", "'roomId' must be a string")]
    [InlineData("""["join",{"room_id":5}]""", "'room_id' must be a string")]
    [InlineData("""["join",{"roomId":"a","room_id":"b"}]""", "'room_id' is given more than once")]
    [InlineData("""["join",{"roomId":"a","after":"soon"}]""", "'after' must be an event's id or a message's id")]
    [InlineData("""["join",{"roomId":"a","lastMessageId":"-1"}]""", "'lastMessageId' must be an event's id or a message's id")]
    [InlineData("""["message",{"type":3,"payload":{}}]""", "No such event")]
    [InlineData("""["message",{"type":null}]""", "No such event")]
    [InlineData("""["message",{"type":{"$gt":""}}]""", "No such event")]
    [InlineData("""["__proto__",{}]""", "No such event")]
    public async Task Event_ThatIsWrong_IsRefusedInTheClientsOwnWords(string sent, string details)
    {
        await using var socket = await TestSocket.ConnectAsync(factory);

        (await socket.AskRawAsync(sent)).ShouldBeRefused("VALIDATION_ERROR").ShouldContain(details);

        var error = await socket.HearAsync("messageError");
        (error.Text("code"), error.Text("error")).ShouldBe(("VALIDATION_ERROR", error.Text("message")));
        error.Text("details").ShouldContain(details);
    }

    [Fact]
    public async Task Join_OfARoomThatIsNot_SaysWhich()
    {
        await using var socket = await TestSocket.ConnectAsync(factory);
        foreach (var room in new[] { $"{Guid.CreateVersion7()}", "general" })
        {
            (await socket.AskAsync("join", new { roomId = room })).ShouldBeRefused("RESOURCE_NOT_FOUND").ShouldContain(room);
            (await socket.HearAsync("messageError", heard => heard.Text("roomId") == room)).Text("channelId").ShouldBe(room);
        }
    }

    [Fact]
    public async Task Join_Again_BeginsAnewAndTellsNothingTwice()
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.JoinAsync(channel);
        await socket.JoinAsync(channel);

        await _api.SubmitAsync(channel, "Once");
        await _api.SubmitAsync(channel, "Last");
        await socket.HearTextAsync("Last");

        socket.Texts().ShouldBe(["Once", "Last"]);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("leave_channel")]
    [InlineData("leave_room")]
    public async Task Leave_EndsListening(string name)
    {
        var channel = await _api.CreateRoomAsync();
        await using var stays = await TestSocket.ConnectAsync(factory);
        await using var leaves = await TestSocket.ConnectAsync(factory);
        await stays.JoinAsync(channel);
        await leaves.JoinAsync(channel);

        (await leaves.AskAsync(name, new { channelId = channel })).ShouldBeDone();
        (await leaves.HearAsync("channel_left")).Id("channelId").ShouldBe(channel);
        (await leaves.HearAsync("room_left")).Id("roomId").ShouldBe(channel);
        await _api.SubmitAsync(channel, "Unheard");
        await stays.HearTextAsync("Unheard");
        await leaves.CatchUpAsync();

        leaves.Texts().ShouldBeEmpty();
    }

    [Fact]
    public async Task WorldState_TellsTheChannelItsAgentsPeopleAndMessages()
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        await _api.JoinAsync(channel, "ada");
        var message = await _api.SubmitAsync(channel, "Hello", "ada");
        await using var socket = await TestSocket.OfUserAsync(factory, "ada");

        (await socket.AskAsync("request-world-state", new { roomId = channel })).ShouldBeDone();

        var state = (await socket.HearAsync("world-state")).Data;
        Keys("agents").ShouldBe([Api.Eliza]);
        Keys("users").ShouldContain("ada");
        Keys("channels").ShouldBe([$"{channel}"]);
        Keys("messages").ShouldContain($"{message}");

        IEnumerable<string> Keys(string part) => state.GetProperty(part).EnumerateObject().Select(entry => entry.Name);
    }

    [Fact]
    public async Task WorldState_OfAPrivateChannel_IsForItsParticipants()
    {
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = $"room-{Guid.CreateVersion7()}", isPrivate = true })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await using var socket = await TestSocket.OfUserAsync(factory, "eve");
        (await socket.AskAsync("request-world-state", new { roomId = channel })).ShouldBeRefused("PERMISSION_DENIED");
        (await socket.AskAsync("join", new { roomId = channel })).ShouldBeRefused("PERMISSION_DENIED");
    }
}
