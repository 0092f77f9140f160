using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Messages;

public sealed class SubmitBatchTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Batch = "/api/messaging/messages/batch";
    private const string Submit = "/api/messaging/submit";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Batch_OfGoodAndBadMessages_PostsTheGoodAndExplainsTheBad()
    {
        var (channel, hidden) = (await _api.CreateOpenAsync(), await _api.CreatePrivateAsync());
        var ada = await factory.UserAsync("ada");

        var answer = (await ada.PostRawAsync(Batch, $$"""
            {"messages":[
              {"channel_id":"{{channel}}","content":"one","messageId":"b-1"},
              {"channelId":"{{channel}}"},
              {"channel_id":"{{channel}}","content":5,"author_id":["x"]},
              null,
              "text",
              {"channel_id":"{{hidden}}","content":"x"},
              {"channel_id":"{{Guid.CreateVersion7()}}","content":"x"},
              {"channel_id":"{{channel}}","content":"x","author_id":"bob"},
              {"channel_id":"{{channel}}","content":"x","message_id":"with blank"},
              {"channel_id":"general","content":"<script>","attachments":[{"url":"x"}]},
              {"channel_id":"{{channel}}","content":"two"}
            ]}
            """)).ShouldBe(200).Data;

        (answer.GetProperty("succeeded").GetInt32(), answer.GetProperty("failed").GetInt32()).ShouldBe((2, 9));
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        results.Select(item => item.GetProperty("index").GetInt32()).ShouldBe(Enumerable.Range(0, 11));
        results.Select(item => item.GetProperty("status").GetInt32()).ShouldBe([201, 400, 400, 400, 400, 403, 404, 403, 400, 400, 201]);
        results[0].GetProperty("messageId").GetString().ShouldBe("b-1");
        results[0].GetProperty("message").EnumerateObject().Select(field => field.Name).ShouldBe(["id", "channelId", "createdAt"]);
        results[10].GetProperty("messageId").ValueKind.ShouldBe(JsonValueKind.Null);
        string DetailsOf(int index) => results[index].GetProperty("error").GetProperty("details").GetString()!;
        DetailsOf(1).ShouldBe("Required field 'messages[1].content' is missing");
        DetailsOf(2).ShouldBe("Field 'messages[2].content' must be a string; Field 'messages[2].author_id' must be a string");
        DetailsOf(3).ShouldBe("Field 'messages[3]' must be an object");
        DetailsOf(4).ShouldBe("Field 'messages[4]' must be an object");
        DetailsOf(8).ShouldBe("Field 'messages[8].message_id' must be 1 to 255 visible ASCII characters");
        DetailsOf(9).ShouldContain("Field 'messages[9].channel_id' must be a UUID; Field 'messages[9].content' must not contain markup that a browser would run");
        DetailsOf(9).ShouldContain("'messages[9].attachments[0].url'");
        results[6].GetProperty("error").GetProperty("code").GetString().ShouldBe("RESOURCE_NOT_FOUND");
        (await _api.HistoryAsync(channel)).Select(message => message.GetProperty("text").GetString()).ShouldBe(["one", "two"]);
        (await _api.CountAsync(channel)).ShouldBe(2);
    }

    [Fact]
    public async Task Batch_AndSingleSubmission_ShareTheirKeys()
    {
        var channel = await _api.CreateOpenAsync();
        object Message(string content, string messageId) => new { channel_id = channel, author_id = "ada", content, messageId };
        var single = (await _api.PostAsync(Submit, Message("one", "shared-1"))).ShouldBe(201);

        var results = (await _api.PostAsync(Batch, new { messages = new[] { Message("one", "shared-1"), Message("other", "shared-1"), Message("two", "shared-2"), Message("two", "shared-2"), Message("three", "shared-2") } }))
            .ShouldBe(200).Data.GetProperty("results").EnumerateArray().ToList();

        results.Select(item => item.GetProperty("status").GetInt32()).ShouldBe([201, 422, 201, 201, 422]);
        results.Select(item => item.GetProperty("replayed").GetBoolean()).ShouldBe([true, false, false, true, false]);
        results[0].GetProperty("message").GetProperty("id").GetString().ShouldBe(single.Data.GetProperty("id").GetString());
        results[3].GetProperty("message").GetRawText().ShouldBe(results[2].GetProperty("message").GetRawText());
        var replay = await _api.PostAsync(Submit, Message("two", "shared-2"));
        replay.ShouldBe(201).WasReplayed.ShouldBeTrue();
        replay.Data.GetRawText().ShouldBe((await _api.HistoryAsync(channel))[1].GetRawText());
        (await _api.HistoryAsync(channel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Batch_RepeatedAsAWhole_IsAnsweredTheSameAndHoldsNoText()
    {
        var channel = await _api.CreateOpenAsync();
        var body = new { messageId = "whole", messages = new[] { new { channel_id = channel, author_id = "ada", content = "a bombardier" } } };

        var first = (await _api.PostAsync(Batch, body)).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);
        var second = (await _api.PostAsync(Batch, body)).ShouldBe(200);

        (second.Text, second.WasReplayed).ShouldBe((first.Text, true));
        (await factory.QueryAsync(db => db.StoredAnswers.CountAsync(answer => answer.Body.Contains("bombardier")))).ShouldBe(0);
        (await _api.PostAsync(Batch, new { messageId = "whole", messages = new[] { new { channel_id = channel } } })).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Batch_OfADeletedMessagesKey_IsAConflictOfThatMessage()
    {
        var channel = await _api.CreateOpenAsync();
        var message = new { channel_id = channel, author_id = "ada", content = "x", messageId = "gone" };
        (await _api.PostAsync(Batch, new { messages = new[] { message } })).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);

        (await _api.PostAsync(Batch, new { messages = new[] { message } })).ShouldBe(200).Data.GetProperty("results")[0].GetProperty("status").GetInt32().ShouldBe(409);
    }

    [Theory]
    [InlineData("{}", "Required field 'messages' is missing")]
    [InlineData("""{"messages":[]}""", "Field 'messages' must hold 1 to 100 messages")]
    [InlineData("""{"messages":{}}""", "Field 'messages' must be a list")]
    [InlineData("101", "Field 'messages' must hold 1 to 100 messages")]
    public async Task Batch_WithoutAProperList_Returns400(string body, string details)
    {
        if (body == "101") body = $$"""{"messages":[{{string.Join(',', Enumerable.Repeat("{}", 101))}}]}""";
        (await _api.PostRawAsync(Batch, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe(details);
    }

    [Fact]
    public async Task Batch_OfAHundred_PostsThemInTheirOrderAndWakesAgents()
    {
        var channel = await _api.CreateOpenAsync(withEliza: true);
        var messages = Enumerable.Range(0, 100).Select(i => new { channel_id = channel, author_id = "ada", content = $"message {i}" });

        (await _api.PostAsync(Batch, new { messages })).ShouldBe(200).Data.GetProperty("succeeded").GetInt32().ShouldBe(100);

        var posted = (await _api.PostAsync("/api/messaging/messages/search", new { channelId = channel, authorId = "ada", limit = 100 })).Data.Texts();
        posted.Reverse().ShouldBe(Enumerable.Range(0, 100).Select(i => $"message {i}"));
        (await factory.QueryAsync(db => db.AgentRuns.CountAsync(run => run.ChannelId == new Domain.Channels.ChannelId(channel)))).ShouldBe(100);
    }

    [Fact]
    public async Task Batch_FortyTimesAtOnceWithSingles_PostsEachKeyOnce()
    {
        var channel = await _api.CreateOpenAsync();
        object Message(int i) => new { channel_id = channel, author_id = "ada", content = $"{i}", messageId = $"race-{i}" };
        var batch = new { messages = Enumerable.Range(0, 5).Select(Message).ToList() };

        var batches = Enumerable.Range(0, 40).Select(_ => _api.PostAsync(Batch, batch));
        var singles = Enumerable.Range(0, 40).Select(i => _api.PostAsync(Submit, Message(i % 5)));
        var answers = await Task.WhenAll([.. batches, .. singles]);

        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 201);
        answers.Where(answer => answer.Status == 200).ShouldAllBe(answer => answer.Data.GetProperty("succeeded").GetInt32() == 5);
        (await _api.HistoryAsync(channel)).Select(message => message.GetProperty("text").GetString()).ShouldBe(["0", "1", "2", "3", "4"], ignoreOrder: true);
    }
}
