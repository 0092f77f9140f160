using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Contract;

/// <summary>The sample requests and answers of the messaging documents, as printed there but for ids and times.</summary>
public sealed class SeedSampleTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task CreatingAChannel_AsPrinted_AnswersAsPrinted()
    {
        var answer = await _api.PostRawAsync("/api/messaging/central-channels", """
            {
              "name": "general-discussion",
              "serverId": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
              "description": "General discussion channel",
              "type": "text"
            }
            """);

        var id = answer.ShouldBe(201).Data.GetProperty("channel").GetProperty("id").GetGuid();
        ShouldContainAll(answer.Json, $$"""
            {
              "success": true,
              "data": {
                "channel": {
                  "id": "{{id}}",
                  "name": "general-discussion",
                  "serverId": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
                  "type": "text",
                  "description": "General discussion channel",
                  "metadata": {}
                }
              }
            }
            """);
    }

    [Theory]
    [InlineData("new-channel", "A new channel created via API")]
    [InlineData("postman-channel", "Created via Postman")]
    public async Task CreatingAChannel_AsTheToolSamplesDo_Works(string name, string description) =>
        (await _api.PostAsync("/api/messaging/central-channels", new { name, serverId = "3c90c3cc-0d44-4b50-8888-8dd25736052a", description, type = "text" }))
            .ShouldBe(201);

    [Fact]
    public async Task SendingAMessageAndReadingHistory_AsPrinted_AnswerAsPrinted()
    {
        var channel = await SampleChannelAsync("sample-history");
        var sent = await _api.PostRawAsync("/api/messaging/submit", $$"""
            {
              "channel_id": "{{channel}}",
              "server_id": "00000000-0000-0000-0000-000000000000",
              "author_id": "user-123",
              "content": "Hello, how are you today?",
              "source_type": "user_message",
              "raw_message": {},
              "metadata": {}
            }
            """);
        var message = $$"""
            {
              "id": "{{sent.ShouldBe(201).Data.GetProperty("id").GetGuid()}}",
              "text": "Hello, how are you today?",
              "userId": "user-123",
              "agentId": null,
              "roomId": "{{channel}}",
              "createdAt": {{sent.Data.GetProperty("createdAt").GetInt64()}},
              "metadata": {}
            }
            """;
        ShouldContainAll(sent.Json, $$"""{"success": true, "data": {{message}} }""");

        var history = await _api.GetAsync($"/api/messaging/channels/{channel}/messages?limit=10&offset=0");
        ShouldContainAll(history.ShouldBe(200).Json, $$"""
            {
              "success": true,
              "data": { "messages": [ {{message}} ], "pagination": { "limit": 10, "offset": 0, "total": 1 } }
            }
            """);
    }

    [Fact]
    public async Task ThreadAndRichContent_AsPrinted_AreTaken()
    {
        var channel = await SampleChannelAsync("sample-rich");
        var parent = await _api.SubmitAsync(channel, "Hello");
        (await _api.PostRawAsync("/api/messaging/submit", $$"""
            {
              "channel_id": "{{channel}}",
              "author_id": "user-123",
              "content": "I have a question about the project timeline",
              "in_reply_to_message_id": "{{parent}}"
            }
            """)).ShouldBe(201);

        var rich = await _api.PostRawAsync("/api/messaging/submit", $$"""
            {
              "channel_id": "{{channel}}",
              "author_id": "user-123",
              "content": "Check out this report and image",
              "attachments": [
                { "url": "https://example.com/report.pdf", "contentType": "application/pdf", "name": "quarterly-report.pdf", "size": 1572864 },
                { "url": "https://example.com/chart.png", "contentType": "image/png", "name": "sales-chart.png", "size": 204800 }
              ],
              "metadata": { "rich_type": "report_with_chart", "summary": "Q3 sales performance report with trend analysis" }
            }
            """);
        rich.ShouldBe(201).Data.GetProperty("attachments").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task AddingAParticipant_AsPrinted_AnswersAsPrinted()
    {
        var channel = await SampleChannelAsync("sample-participant");
        var answer = await _api.PostRawAsync($"/api/messaging/channels/{channel}/participants", """{ "userId": "user-789", "role": "member" }""");

        var joinedAt = answer.ShouldBe(201).Data.GetProperty("participant").GetProperty("joinedAt").GetInt64();
        ShouldContainAll(answer.Json, $$"""
            { "success": true, "data": { "participant": { "userId": "user-789", "channelId": "{{channel}}", "role": "member", "joinedAt": {{joinedAt}} } } }
            """);
    }

    [Fact]
    public async Task Errors_AsPrinted_AreAnsweredToTheLetter()
    {
        var channel = await SampleChannelAsync("sample-errors");

        (await _api.PostRawAsync("/api/messaging/submit", $$"""{"channel_id":"{{channel}}","author_id":"user-123"}""")).ShouldBe(400).Text.ShouldBe(
            """{"success":false,"error":{"code":"VALIDATION_ERROR","message":"Invalid request body","details":"Required field 'content' is missing"}}""");
        (await factory.Anonymous.GetAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(401).Text.ShouldBe(
            """{"success":false,"error":{"code":"AUTHENTICATION_FAILED","message":"Invalid or missing authorization token","details":"Bearer token not provided or invalid"}}""");
        (await (await factory.UserAsync("user-456")).PostRawAsync("/api/messaging/submit", $$"""{"channel_id":"{{channel}}","author_id":"user-123","content":"Hello"}""")).ShouldBe(403).Text.ShouldBe(
            """{"success":false,"error":{"code":"PERMISSION_DENIED","message":"Insufficient permissions","details":"User does not have permission to perform this action"}}""");
        (await _api.GetAsync("/api/messaging/channels/invalid-channel/messages")).ShouldBe(404).Text.ShouldBe(
            """{"success":false,"error":{"code":"RESOURCE_NOT_FOUND","message":"Channel not found","details":"Channel with ID 'invalid-channel' does not exist"}}""");
    }

    private async Task<Guid> SampleChannelAsync(string name) =>
        (await _api.PostAsync("/api/messaging/central-channels", new { name, serverId = "3c90c3cc-0d44-4b50-8888-8dd25736052a", type = "text" }))
            .ShouldBe(201).Data.GetProperty("id").GetGuid();

    /// <summary>Everything printed is there with the same value; fields beside it are allowed.</summary>
    private static void ShouldContainAll(JsonElement actual, string printed) => ShouldContainAll(actual, JsonDocument.Parse(printed).RootElement, "$");

    private static void ShouldContainAll(JsonElement actual, JsonElement printed, string path)
    {
        actual.ValueKind.ShouldBe(printed.ValueKind, path);
        if (printed.ValueKind is JsonValueKind.Object)
            foreach (var field in printed.EnumerateObject()) ShouldContainAll(actual.GetProperty(field.Name), field.Value, $"{path}.{field.Name}");
        else if (printed.ValueKind is JsonValueKind.Array)
            foreach (var (index, item) in printed.EnumerateArray().Index()) ShouldContainAll(actual[index], item, $"{path}[{index}]");
        else
            actual.GetRawText().ShouldBe(printed.GetRawText(), path);
    }
}
