using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>What happens in a channel is told in its order, and to who was away when it comes back.</summary>
public sealed class HistoryTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Channel_WhenItChanges_TellsEachThingInItsOrder()
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.JoinAsync(channel);

        await _api.JoinAsync(channel, "ada");
        var first = await _api.SubmitAsync(channel, "First", "ada");
        (await _api.PatchAsync($"/api/messaging/messages/{first}", new { content = "First, mended" })).ShouldBe(200);
        (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { name = $"renamed-{channel}" })).ShouldBe(200);
        await _api.SubmitAsync(channel, "Second", "ada");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{first}")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/ada")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);
        await socket.HearAsync("channelDeleted");

        var told = socket.Heard.SkipWhile(heard => heard.Name != "room_joined").Skip(1).ToList();
        told.Select(heard => heard.Name).ShouldBe(
            ["participantJoined", "messageBroadcast", "messageUpdated", "channelUpdated", "messageBroadcast", "messageDeleted", "participantLeft", "channelCleared", "channelDeleted"]);
        var stamps = told.SkipLast(1).Select(heard => long.Parse(heard.Text("eventId"))).ToList();
        stamps.ShouldBe([.. stamps.Distinct().Order()]);
        told.ShouldAllBe(heard => heard.Id("roomId") == channel && heard.Id("channelId") == channel);
    }

    [Fact]
    public async Task Agent_WhenItAnswers_IsToldFromTheFirstPieceToTheLast()
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        await using var socket = await TestSocket.OfUserAsync(factory, "ada");
        await socket.JoinAsync(channel);

        var question = await socket.SayAsync(channel, "I am unhappy");

        var answer = await socket.HearAsync("messageBroadcast", heard => heard.Text("senderId") == Api.Eliza);
        await socket.HearAsync("controlMessage", heard => heard.Text("action") == "enable_input");
        await socket.HearAsync("messageComplete");
        var chunks = socket.Heard.Where(heard => heard.Name == "messageStreamChunk").ToList();
        chunks.ShouldAllBe(chunk => chunk.Id("messageId") == answer.Id());
        if (chunks.Count > 0) string.Concat(chunks.Select(chunk => chunk.Text("chunk"))).ShouldBe(answer.Text("text"));
        answer.Id("inReplyToMessageId").ShouldBe(question);
        Place("disable_input").ShouldBeLessThan(Place("enable_input"));

        int Place(string action) => socket.Heard.ToList().FindIndex(heard => heard.Name == "controlMessage" && heard.Text("action") == action);
    }

    [Fact]
    public async Task Join_WithTheLastEventOrMessage_TellsWhatWasMissed()
    {
        var channel = await _api.CreateRoomAsync();
        await using var before = await TestSocket.ConnectAsync(factory);
        await before.JoinAsync(channel);
        var known = await _api.SubmitAsync(channel, "Known");
        var lastEvent = (await before.HearTextAsync("Known")).Text("eventId");
        await before.DisposeAsync();
        foreach (var text in new[] { "Missed 1", "Missed 2" }) await _api.SubmitAsync(channel, text);

        foreach (var last in new[] { lastEvent, $"{known}", "0" })
        {
            await using var socket = await TestSocket.ConnectAsync(factory);
            await socket.JoinAsync(channel, last);
            await _api.SubmitAsync(channel, $"New to {last}");
            await socket.HearTextAsync($"New to {last}");
            socket.Texts().Where(text => !text.StartsWith("New")).ShouldBe(last == "0" ? ["Known", "Missed 1", "Missed 2"] : ["Missed 1", "Missed 2"]);
            socket.Heard[4].Name.ShouldBe("room_joined", "what was missed comes behind it");
        }
    }

    [Fact]
    public async Task Join_AfterMoreThanCanBeTold_SaysSoAndGoesOn()
    {
        var channel = await _api.CreateRoomAsync();
        for (var batch = 0; batch < 5; batch++)
            (await _api.PostAsync("/api/messaging/messages/batch", new { messages = Enumerable.Range(0, 100).Select(_ => new { channel_id = channel, author_id = "ada", content = "Old" }) })).Status.ShouldBeInRange(200, 207);
        await using var socket = await TestSocket.ConnectAsync(factory);

        await socket.JoinAsync(channel, "0");
        await _api.SubmitAsync(channel, "New");
        await socket.HearTextAsync("New");

        (await socket.HearAsync("resync")).Id("channelId").ShouldBe(channel);
        socket.Texts().Count(text => text == "Old").ShouldBeInRange(1, 400);
        socket.Texts()[^1].ShouldBe("New");
    }

    [Fact]
    public async Task Client_ThatComesAndGoesWhileOthersTalk_HearsAllInOrderOnce()
    {
        const int Count = 120;
        var channel = await _api.CreateRoomAsync();
        var talk = TalkAsync();
        var texts = new List<string>();
        var last = "0";
        while (texts.Count < Count)
        {
            await using var socket = await TestSocket.ConnectAsync(factory);
            await socket.JoinAsync(channel, last);
            await socket.HearAsync("messageBroadcast", count: 1);
            var heard = socket.Heard.Where(told => told.Name == "messageBroadcast").ToList();
            texts.AddRange(heard.Select(told => told.Text("text")));
            last = heard[^1].Text("eventId");
        }
        await talk;

        texts.ShouldBe(Enumerable.Range(0, Count).Select(number => $"{number}"));

        async Task TalkAsync()
        {
            for (var number = 0; number < Count; number++) await _api.SubmitAsync(channel, $"{number}");
        }
    }

    [Fact]
    public async Task Listeners_WhileManyTalkAtOnce_AllHearOneOrder()
    {
        const int Senders = 20, Each = 10;
        var channel = await _api.CreateRoomAsync();
        var listeners = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TestSocket.ConnectAsync(factory)));
        await Task.WhenAll(listeners.Select(listener => listener.JoinAsync(channel)));
        var senders = await Task.WhenAll(Enumerable.Range(0, Senders).Select(number => TestSocket.OfUserAsync(factory, $"sender-{number}")));

        await Task.WhenAll(senders.Select(TalkAsync));
        await Task.WhenAll(listeners.Select(listener => listener.HearAsync("messageBroadcast", Senders * Each)));

        var order = listeners[0].Texts();
        order.Distinct().Count().ShouldBe(Senders * Each);
        foreach (var listener in listeners) listener.Texts().ShouldBe(order);
        foreach (var socket in listeners.Concat(senders)) await socket.DisposeAsync();

        async Task TalkAsync(TestSocket sender, int who)
        {
            for (var number = 0; number < Each; number++) await sender.SayAsync(channel, $"{who}:{number}");
        }
    }
}
