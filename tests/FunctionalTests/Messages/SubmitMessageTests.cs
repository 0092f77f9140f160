using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

public sealed class SubmitMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Submit = "/api/messaging/submit";

    private readonly Api _api = factory.Api;

    /// <summary>What means something to a reader of bytes means nothing here: a mark for their order, and such a mark the wrong way round.</summary>
    [Theory]
    [InlineData("\ufeffhello")]
    [InlineData("\ufeff")]
    [InlineData("\ufffe\u3c00\u7300\u6300\u7200\u6900\u7000\u7400\u3e00")]
    [InlineData("a\u2028b \ud83d\ude00 \uffff")]
    public async Task Submit_OfAnyCharacters_StoresThemAsTheyAre(string content)
    {
        var channel = await _api.CreateChannelAsync($"any-{Guid.CreateVersion7()}");

        var answer = await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content });

        answer.ShouldBe(201).Data.GetProperty("text").GetString().ShouldBe(content);
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe(content);
    }

    [Fact]
    public async Task SubmitMessage_WithEveryField_AnswersTheMessage()
    {
        var channel = await _api.CreateChannelAsync("every-field");
        var first = await _api.SubmitAsync(channel, "first");

        var answer = await _api.PostAsync(Submit, new
        {
            channel_id = channel,
            server_id = Guid.Empty,
            author_id = "user-123",
            content = "Check out this report ♥",
            in_reply_to_message_id = first,
            source_type = "eliza_gui",
            raw_message = new { any = "thing" },
            metadata = new { rich_type = "report" },
            attachments = new object[]
            {
                new { url = "https://example.com/report.pdf", contentType = "application/pdf", name = "r.pdf", size = 1572864 },
                new { url = "/media/uploads/chart.png", name = "chart.PNG" },
            },
        });

        var message = answer.ShouldBe(201).Data;
        message.GetProperty("text").GetString().ShouldBe("Check out this report ♥");
        message.GetProperty("userId").GetString().ShouldBe("user-123");
        message.GetProperty("agentId").ValueKind.ShouldBe(JsonValueKind.Null);
        message.GetProperty("roomId").GetGuid().ShouldBe(channel);
        message.GetProperty("channelId").GetGuid().ShouldBe(channel);
        message.GetProperty("serverId").GetGuid().ShouldBe(Guid.Empty);
        message.GetProperty("authorId").GetString().ShouldBe("user-123");
        message.GetProperty("inReplyToMessageId").GetGuid().ShouldBe(first);
        message.GetProperty("threadId").GetGuid().ShouldBe(first);
        message.GetProperty("sourceType").GetString().ShouldBe("eliza_gui");
        message.GetProperty("metadata").GetRawText().ShouldBe("""{"rich_type":"report"}""");
        message.GetProperty("attachments")[0].GetProperty("size").GetInt64().ShouldBe(1572864);
        message.GetProperty("attachments")[1].GetProperty("url").GetString().ShouldBe("/media/uploads/chart.png");
        (await _api.HistoryAsync(channel))[1].GetRawText().ShouldBe(message.GetRawText());
    }

    [Fact]
    public async Task SubmitMessage_InCamelCase_IsUnderstoodToo()
    {
        var channel = await _api.CreateChannelAsync("camel-case");

        var answer = await _api.PostAsync(Submit, new { channelId = channel, messageServerId = Guid.Empty, authorId = "ada", content = "Hi", sourceType = "x", unknownField = 1 });

        answer.ShouldBe(201).Data.GetProperty("sourceType").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task SubmitMessage_ByAnAgent_IsTheAgentsMessage()
    {
        var channel = await _api.CreateChannelAsync("by-agent");

        var message = (await _api.PostAsync(Submit, new { channel_id = channel, author_id = Api.Eliza, content = "Hello" })).ShouldBe(201).Data;

        message.GetProperty("userId").ValueKind.ShouldBe(JsonValueKind.Null);
        message.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        message.GetProperty("sourceType").GetString().ShouldBe("agent_response");
    }

    [Fact]
    public async Task SubmitMessage_InAReplyToAReply_StaysInTheThreadOfTheFirst()
    {
        var channel = await _api.CreateChannelAsync("threads");
        var root = await _api.SubmitAsync(channel, "root");
        var reply = (await Reply(root)).ShouldBe(201).Data.GetProperty("id").GetGuid();

        var second = (await Reply(reply)).ShouldBe(201).Data;

        second.GetProperty("inReplyToMessageId").GetGuid().ShouldBe(reply);
        second.GetProperty("threadId").GetGuid().ShouldBe(root);

        Task<Answer> Reply(Guid to) => _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "reply", in_reply_to_message_id = to });
    }

    [Fact]
    public async Task SubmitMessage_WithMentions_NamesTheParticipantsThatItCalls()
    {
        var channel = await _api.CreateChannelAsync("mentions", withEliza: true);
        foreach (var (userId, name) in new[] { ("user-1", "Ada"), ("User-2", "Grace"), ("user-3", "Alan") })
            (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId, name })).ShouldBe(201);

        var message = (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "user-1", content = "@ada, @USER-2. and @eliza! mail alan@example.org, me@Alan, @nobody" }))
            .ShouldBe(201).Data;

        message.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetString()).ShouldBe(["user-1", "User-2", Api.Eliza]);
    }

    [Theory]
    [InlineData("🙂", 4000, 201)]
    [InlineData("🙂", 4001, 400)]
    [InlineData("x", 4000, 201)]
    [InlineData("x", 4001, 400)]
    public async Task SubmitMessage_AroundTheMaximumLength_CountsCharactersNotBytes(string character, int count, int status)
    {
        var channel = await _api.CreateChannelAsync($"length-{char.ConvertToUtf32(character, 0)}-{count}");
        var content = string.Concat(Enumerable.Repeat(character, count));
        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content })).ShouldBe(status);
    }

    [Theory]
    [InlineData("content", "null", "Required field 'content' is missing")]
    [InlineData("content", "\" \\n \"", "Field 'content' must not be empty")]
    [InlineData("content", "\"<script>alert(1)</script>\"", "Field 'content' must not contain markup that a browser would run")]
    [InlineData("content", "\"bell \\u0007\"", "Field 'content' must not contain control characters")]
    [InlineData("content", "5", "Field 'content' must be a string")]
    [InlineData("author_id", "null", "Required field 'author_id' is missing")]
    [InlineData("author_id", "\"two words\"", "Field 'author_id' must be 1 to 128")]
    [InlineData("channel_id", "\"invalid-channel\"", "Field 'channel_id' must be a UUID")]
    [InlineData("channel_id", "null", "Required field 'channel_id' is missing")]
    [InlineData("server_id", "\"7\"", "Field 'server_id' must be a UUID")]
    [InlineData("server_id", "\"11111111-1111-1111-1111-111111111111\"", "Field 'server_id' must be the channel's server")]
    [InlineData("in_reply_to_message_id", "\"x\"", "Field 'in_reply_to_message_id' must be a UUID")]
    [InlineData("source_type", "\"\"", "Field 'source_type' must not be empty")]
    [InlineData("raw_message", "[1]", "Field 'raw_message' must be a JSON object or a string")]
    [InlineData("metadata", "\"text\"", "Field 'metadata' must be a JSON object")]
    [InlineData("metadata", """{"a":{"b":{"c":{"d":{"e":{}}}}}}""", "Field 'metadata' must be at most 5 levels deep")]
    [InlineData("attachments", "{}", "Field 'attachments' must be a list")]
    [InlineData("attachments", """[{"url":"ftp://x/y.png","name":"y.png"}]""", "Field 'attachments[0].url' must be an absolute http")]
    [InlineData("attachments", """[{"url":"https://x/y.exe","content_type":"application/x-msdownload"}]""", "Field 'attachments[0].content_type' must be of a supported type")]
    [InlineData("attachments", """[{"url":"https://x/y.png","name":"y.png","size":-1}]""", "Field 'attachments[0].size' must be 0 or more")]
    [InlineData("attachments", """[{"url":"https://x/y.png","name":"y.png","size":9223372036854775807},{"url":"https://x/y.png","name":"y.png","size":9223372036854775807}]""", "Field 'attachments' must be at most 25 MB in total")]
    [InlineData("attachments", """[null]""", "Field 'attachments[0]' must be an object")]
    public async Task SubmitMessage_WhenAFieldIsWrong_Returns400NamingIt(string field, string value, string details)
    {
        var channel = await _api.CreateChannelAsync($"wrong-{Guid.CreateVersion7():N}");
        var body = new Dictionary<string, JsonElement>
        {
            ["channel_id"] = JsonSerializer.SerializeToElement(channel),
            ["author_id"] = JsonSerializer.SerializeToElement("ada"),
            ["content"] = JsonSerializer.SerializeToElement("Hello"),
            [field] = JsonDocument.Parse(value).RootElement,
        };

        (await _api.PostAsync(Submit, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SubmitMessage_WithElevenAttachments_Returns400()
    {
        var channel = await _api.CreateChannelAsync("eleven");
        var attachments = Enumerable.Range(0, 11).Select(i => new { url = $"https://x/{i}.png", name = "a.png" });

        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "Hi", attachments }))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Field 'attachments' must hold at most 10 attachments");
    }

    [Fact]
    public async Task SubmitMessage_ToNoChannel_Returns404()
    {
        var nowhere = Guid.CreateVersion7();
        (await _api.PostAsync(Submit, new { channel_id = nowhere, author_id = "ada", content = "Hello" }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Channel with ID '{nowhere}' does not exist");
    }

    [Fact]
    public async Task SubmitMessage_InReplyToAMessageElsewhere_Returns404()
    {
        var here = await _api.CreateChannelAsync("here");
        var elsewhere = await _api.SubmitAsync(await _api.CreateChannelAsync("elsewhere"), "Hello");

        (await _api.PostAsync(Submit, new { channel_id = here, author_id = "ada", content = "Hi", in_reply_to_message_id = elsewhere }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task SubmitMessage_WhenFortyComeAtOnce_AllAreKeptAndCounted()
    {
        var channel = await _api.CreateChannelAsync("forty");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.SubmitAsync(channel, $"message {i}")));

        var page = (await _api.GetAsync($"/api/messaging/channels/{channel}/messages?limit=100")).ShouldBe(200).Data;
        page.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(40);
        page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString())
            .ShouldBe(Enumerable.Range(0, 40).Select(i => $"message {i}"), ignoreOrder: true);
    }
}
