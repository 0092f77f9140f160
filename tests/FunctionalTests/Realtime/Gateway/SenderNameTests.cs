using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Under which name listeners hear somebody who takes part under none.</summary>
public sealed class SenderNameTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("""{"agent_name":"Assistant"}""", "eve", "that field is for agents")]
    [InlineData("""{"agent_name":"Eliza","user_display_name":"Eve"}""", "Eve", "that field is for agents")]
    [InlineData("""{"user_display_name":"Eliza"}""", "eve", "an agent in the channel has it")]
    [InlineData("""{"user_display_name":" eLIZA "}""", "eve", "case and space make no other name")]
    [InlineData("""{"displayName":"E112A000-0000-4000-8000-000000000001"}""", "eve", "it is an agent's id")]
    [InlineData("""{"user_display_name":"ELIZA","displayName":"Eve"}""", "Eve", "the other is free")]
    [InlineData("""{"user_display_name":" ","displayName":7}""", "eve", "those are no names")]
    [InlineData("""{"user_display_name":"Eliza Doolittle"}""", "Eliza Doolittle", "nobody has it")]
    public async Task Person_IsHeardUnderNoAgentsName(string metadata, string name, string because)
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        await using var eve = await TestSocket.OfUserAsync(factory, "eve");
        await using var listener = await TestSocket.OfUserAsync(factory, "listener");
        await listener.JoinAsync(channel);

        (await eve.AskAsync("2", new { roomId = channel, message = "I am Eliza", metadata = JsonElement.Parse(metadata) })).ShouldBeDone();

        var heard = await listener.HearTextAsync("I am Eliza");
        (heard.Text("senderName"), heard.Text("senderType")).ShouldBe((name, "user"), because);
    }

    [Fact]
    public async Task Person_WhoSendsAnAgentsNameAlong_IsHeardUnderNone()
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        await using var eve = await TestSocket.OfUserAsync(factory, "eve");
        await eve.JoinAsync(channel);

        (await eve.AskAsync("message", new { type = 2, payload = new { roomId = channel, message = "I am Eliza", senderName = "Eliza" } })).ShouldBeDone();

        (await eve.HearTextAsync("I am Eliza")).Text("senderName").ShouldBe("eve");
    }

    [Fact]
    public async Task EditedMessage_IsHeardUnderTheNameOfItsAuthor_NotOfItsMetadata()
    {
        var channel = await _api.CreateRoomAsync(withEliza: true);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada", name = "Ada" })).ShouldBe(201);
        await using var listener = await TestSocket.OfUserAsync(factory, "listener");
        await listener.JoinAsync(channel);
        foreach (var author in new[] { "ada", "eve" })
        {
            var said = (await _api.PostAsync("/api/messaging/submit", new
            {
                channel_id = channel, author_id = author, content = $"First of {author}", metadata = new { user_display_name = "Eliza" },
            })).ShouldBe(201).Data.GetProperty("id").GetGuid();
            (await _api.PatchAsync($"/api/messaging/messages/{said}", new { content = $"Second of {author}" })).ShouldBe(200);
        }

        (await HearEditAsync(listener, "ada")).Text("senderName").ShouldBe("Ada");
        (await HearEditAsync(listener, "eve")).Text("senderName").ShouldBe("eve");
    }

    [Fact]
    public async Task Agent_ThatTakesNoPart_IsHeardUnderTheNameThatItTells()
    {
        var channel = await _api.CreateRoomAsync();
        await using var listener = await TestSocket.OfUserAsync(factory, "listener");
        await listener.JoinAsync(channel);

        (await _api.PostAsync("/api/messaging/submit", new
        {
            channel_id = channel, author_id = Api.Eliza, content = "Good day", metadata = new { agent_name = "Doctor", user_display_name = "Other" },
        })).ShouldBe(201);

        var heard = await listener.HearTextAsync("Good day");
        (heard.Text("senderName"), heard.Text("senderType")).ShouldBe(("Doctor", "agent"));
    }

    [Fact]
    public async Task PersonOfAPlatform_IsHeardUnderTheNameThatTheBridgeTells()
    {
        var first = (await IngestAsync("1", "Hello")).ShouldBe(200).Data.GetProperty("channelId").GetGuid();
        await using var listener = await TestSocket.ConnectAsync(factory);
        await listener.JoinAsync(first);

        (await IngestAsync("2", "Again")).ShouldBe(200);

        (await listener.HearTextAsync("Again")).Text("senderName").ShouldBe("Grace H.");
    }

    private static Task<HeardEvent> HearEditAsync(TestSocket listener, string author) =>
        listener.HearAsync("messageUpdated", heard => heard.Text("text") == $"Second of {author}");

    private Task<Answer> IngestAsync(string id, string content) => _api.PostAsync("/api/messaging/ingest-external", new
    {
        platform = "discord", channelId = "names", messages = new[] { new { id, authorId = "4711", content, metadata = new { displayName = "Grace H." } } },
    });
}
