using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Realtime.Gateway;
using Eliza.FunctionalTests.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Media;

/// <summary>Messages that refer to uploaded files are stored with what was found out about these, whichever way they come.</summary>
public sealed class DescribedMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Found = "The heron flies at dawn";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Message_ToAChannel_CarriesTheDescriptionByEveryWay()
    {
        var channel = await _api.CreateRoomAsync();
        var attachments = await UploadAsync(channel);
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.JoinAsync(channel);

        foreach (var path in new[] { "/api/messaging/submit", $"/api/messaging/channels/{channel}/messages", $"/api/messaging/central-channels/{channel}/messages" })
            DescriptionsOf((await _api.PostAsync(path, new { channel_id = channel, author_id = "ada", content = "Look", attachments })).ShouldBe(201).Data).ShouldBe([Found]);
        (await _api.PostAsync("/api/messaging/messages/batch", new { messages = new[] { new { channel_id = channel, author_id = "ada", content = "Batch", attachments } } })).ShouldBe(200);
        (await socket.AskAsync("message", new { type = 2, payload = new { roomId = channel, senderId = "ada", message = "Socket", attachments } })).ShouldBeDone();

        DescriptionsOf((await socket.HearTextAsync("Look")).Data).ShouldBe([Found]);
        DescriptionsOf((await socket.HearTextAsync("Socket")).Data).ShouldBe([Found]);
        var history = await _api.HistoryAsync(channel);
        history.Count.ShouldBe(5);
        history.ShouldAllBe(message => DescriptionsOf(message).Single() == Found);
        factory.Log.Lines.ShouldNotContain(line => line.Contains("heron"), "what people send each other is in no log");
    }

    [Fact]
    public async Task Message_InASession_CarriesTheDescription()
    {
        var session = await _api.OpenAsync();
        var attachments = await UploadAsync(session.Channel());

        var sent = (await _api.PostAsync($"{SessionApi.Root}/{session.Id()}/messages", new { content = "Look", attachments })).ShouldBe(201).Json;

        DescriptionsOf(sent.GetProperty("userMessage")).ShouldBe([Found]);
        DescriptionsOf((await _api.HistoryAsync(session.Channel()))[0]).ShouldBe([Found]);
    }

    [Fact]
    public async Task Message_FromAPlatform_CarriesTheDescription()
    {
        var first = (await PostExternalAsync("1", [])).ShouldBe(200).Data.GetProperty("channelId").GetGuid();
        var attachments = await UploadAsync(first);

        (await PostExternalAsync("2", attachments)).ShouldBe(200);
        var ingested = new { agentId = Api.Eliza, roomId = first, userId = Guid.CreateVersion7(), text = "Look", sourceId = "3", sourceType = "discord", attachments };
        (await _api.PostAsync("/api/messaging/ingest-external", ingested)).ShouldBe(200);

        var described = (await _api.HistoryAsync(first)).Where(message => message.GetProperty("attachments").GetArrayLength() > 0).ToList();
        described.Count.ShouldBe(2);
        described.ShouldAllBe(message => DescriptionsOf(message).Single() == Found);
    }

    [Fact]
    public async Task Message_ToARemoteAgent_TellsItTheDescription()
    {
        (await _api.PostAsync("/api/agents", new { id = "heron-reader", name = "Reader", kind = "remote" })).ShouldBe(201);
        var channel = await _api.CreateRoomAsync();
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = "heron-reader" })).ShouldBe(200);
        var attachments = await UploadAsync(channel);

        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Look", attachments })).ShouldBe(201);

        (await _api.GetAsync("/api/agents/heron-reader/inbox?waitSeconds=30")).ShouldBe(200).Text.ShouldContain(Found);
    }

    [Fact]
    public async Task Message_WithTheAuthorsOwnDescription_KeepsIt()
    {
        var channel = await _api.CreateRoomAsync();
        var url = (await UploadAsync(channel))[0].GetProperty("url").GetString();
        object[] attachments = [new { url, name = "a.pdf", description = "My own" }, new { url, name = "b.pdf", description = "" }, new { url, name = "c.pdf" }];

        var sent = (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Look", attachments })).ShouldBe(201).Data;

        DescriptionsOf(sent).ShouldBe(["My own", "", Found]);
    }

    /// <summary>Nothing is told of a file to those who may not read its channel, and nothing is fetched.</summary>
    [Fact]
    public async Task Message_WithAFileFromElsewhere_SaysNothingOfIt()
    {
        var closed = (await _api.PostAsync("/api/messaging/channels", new { name = $"closed-{Guid.CreateVersion7():N}", isPrivate = true })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        var url = (await UploadAsync(closed))[0].GetProperty("url").GetString()!;
        var channel = await _api.CreateRoomAsync();
        object[] attachments =
        [
            new { url, name = "a.pdf" }, new { url = $"https://example.com{url}", name = "a.pdf" }, new { url = new Uri(_api.Client.BaseAddress!, url), name = "a.pdf" },
            new { url = $"/media/{Guid.CreateVersion7()}/a.pdf", name = "a.pdf" }, new { url = "/media/x", name = "a.pdf" },
        ];

        var sent = (await (await factory.UserAsync("mallory")).PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Look", attachments })).ShouldBe(201).Data;

        DescriptionsOf(sent).ShouldBe([null, null, null, null, null]);
    }

    private Task<Answer> PostExternalAsync(string messageId, IReadOnlyList<JsonElement> attachments) =>
        _api.PostAsync("/api/messaging/external-messages", new { platform = "discord", messageId, channelId = "herons", userId = "4711", content = "Look", attachments });

    /// <summary>Uploads a PDF that says it, and gives it as attachments.</summary>
    private async Task<IReadOnlyList<JsonElement>> UploadAsync(Guid channel)
    {
        var file = (await _api.UploadAsync(channel, DocumentSamples.Pdf([Found]), "heron.pdf", "application/pdf")).ShouldBe(200).Data;
        var attachment = new { url = file.GetProperty("url").GetString(), name = "heron.pdf" };
        return [JsonSerializer.SerializeToElement(attachment)];
    }

    private static IEnumerable<string?> DescriptionsOf(JsonElement message) =>
        message.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("description").GetString());
}
