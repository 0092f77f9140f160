using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

public sealed class PostMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task PostMessage_AsTheReferenceSendsIt_AnswersTheMessageBothWays(string path)
    {
        var channel = await _api.CreateOpenAsync();

        var data = (await _api.PostAsync($"/api/messaging/{path}/{channel}/messages", new
        {
            author_id = "ada",
            content = "Hello",
            server_id = Guid.Empty,
            raw_message = "raw",
            metadata = new { user_display_name = "Ada" },
            source_type = "eliza_gui",
        })).ShouldBe(201).Data;

        data.GetProperty("message").GetProperty("text").GetString().ShouldBe("Hello");
        data.GetProperty("content").GetString().ShouldBe("Hello");
        data.GetProperty("channelId").GetGuid().ShouldBe(channel);
        data.GetProperty("updatedAt").GetInt64().ShouldBe(data.GetProperty("createdAt").GetInt64());
        data.GetProperty("inReplyToRootMessageId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetRawText().ShouldBe(data.GetProperty("message").GetRawText());
    }

    [Fact]
    public async Task PostMessage_WithoutAnAuthor_IsTheCallers()
    {
        var channel = await _api.CreateOpenAsync();
        var ada = await factory.UserAsync("ada");
        (await PostAsync(ada, channel, new { content = "Hi", metadata = new { user_id = "bob" } })).ShouldBe(201).Data.GetProperty("authorId").GetString().ShouldBe("ada");
        var eliza = await factory.AgentAsync(Api.Eliza, "messages:write");
        (await PostAsync(eliza, channel, new { content = "Hi" })).ShouldBe(201).Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
    }

    [Theory]
    [InlineData("""{"user_id":"ada"}""", "ada")]
    [InlineData("""{"userId":"ada","authorId":"bob"}""", "ada")]
    [InlineData("""{"userId":"two words","authorId":"bob"}""", "bob")]
    [InlineData("""{"user_id":5}""", null)]
    [InlineData("""{"user_id":"two words"}""", null)]
    [InlineData("{}", null)]
    public async Task PostMessage_ByAServiceWithoutAnAuthor_IsTheMetadatas(string metadata, string? author)
    {
        var channel = await _api.CreateOpenAsync();

        var answer = await PostAsync(_api, channel, new { content = "Hi", metadata = JsonDocument.Parse(metadata).RootElement });

        if (author is null) answer.ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Required field 'author_id' is missing");
        else answer.ShouldBe(201).Data.GetProperty("authorId").GetString().ShouldBe(author);
    }

    [Fact]
    public async Task PostMessage_WithAnAgentId_IsTheAgentsUnlessAnAuthorIsNamed()
    {
        var channel = await _api.CreateOpenAsync();
        (await PostAsync(_api, channel, new { content = "Hi", agentId = Api.Eliza })).ShouldBe(201).Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        (await _api.PostAsync("/api/messaging/submit", new { agentId = Api.Eliza, channelId = channel, content = "Hi" }))
            .ShouldBe(201).Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        (await _api.PostAsync("/api/messaging/submit", new { agentId = Api.Eliza, authorId = "ada", channelId = channel, content = "Hi" }))
            .ShouldBe(201).Data.GetProperty("userId").GetString().ShouldBe("ada");
        (await _api.PostAsync("/api/messaging/submit", new { agentId = "two words", channelId = channel, content = "Hi" }))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldStartWith("Field 'agentId' must be 1 to 128");
    }

    [Fact]
    public async Task PostMessage_WhenItIsWrong_FailsAsASubmissionDoes()
    {
        var channel = await _api.CreateOpenAsync();
        (await PostAsync(_api, "invalid-channel", new { author_id = "ada", content = "Hi" }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'invalid-channel' does not exist");
        (await PostAsync(_api, Guid.CreateVersion7(), new { author_id = "ada", content = "Hi" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await PostAsync(_api, channel, new { })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Required field 'content' is missing; Required field 'author_id' is missing");
        (await PostAsync(_api, channel, new { author_id = "ada", content = "Hi", server_id = Guid.CreateVersion7() })).ShouldBeError(400, "VALIDATION_ERROR");
        (await PostAsync(_api, channel, new { author_id = "ada", content = "Hi", in_reply_to_message_id = Guid.CreateVersion7() })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await PostAsync(await factory.UserAsync("ada"), channel, new { author_id = "bob", content = "Hi" })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task PostMessage_RepeatedUnderItsMessageId_IsPostedOnce()
    {
        var channel = await _api.CreateOpenAsync();
        var body = new { author_id = "ada", content = "Hi", messageId = "once" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => PostAsync(_api, channel, body)));

        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.Status == 201);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    private static Task<Answer> PostAsync(Api api, object channel, object body) => api.PostAsync($"/api/messaging/channels/{channel}/messages", body);
}
