using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Idempotency;

/// <summary>The same request again, under its key: done once, answered the same.</summary>
public sealed class RepeatedRequestTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Submit = "/api/messaging/submit";
    private const string Batch = "/api/messaging/messages/batch";

    private readonly Api _api = factory.Api;

    /// <summary>Every POST that makes or changes something, with a body that is new for each name.</summary>
    public static TheoryData<string> CreatingPosts =>
    [
        "/api/messaging/channels", "/api/messaging/channels/{channel}/participants", "/api/messaging/channels/{channel}/agents",
        Submit, "/api/auth/keys", "/api/auth/token", $"/api/agents/{Api.Eliza}/grants", "/api/auth/keys/{key}/rotate",
        "/api/messaging/servers", $"/api/messaging/servers/{Guid.Empty}/agents", "/api/messaging/group-channels",
        "/api/messaging/channels/{channel}/messages", Batch, "/api/messaging/sessions",
    ];

    [Theory]
    [MemberData(nameof(CreatingPosts))]
    public async Task Post_RepeatedUnderAKey_IsAnsweredByteForByteTheSame(string route)
    {
        var (path, body) = await FillAsync(route, "repeated");

        var first = await _api.PostAsync(path, body, "key-1");
        var second = await _api.PostAsync(path, body, "key-1");

        first.Status.ShouldBeInRange(200, 201, first.Text);
        first.WasReplayed.ShouldBeFalse();
        (second.Status, second.Text).ShouldBe((first.Status, first.Text));
        second.WasReplayed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(CreatingPosts))]
    public async Task Post_RepeatedUnderAMessageId_IsAnsweredTheSame(string route)
    {
        var (path, body) = await FillAsync(route, "with-id");
        body["message_id"] = $"id-of-{route}";

        var first = await _api.PostAsync(path, body);
        var second = await _api.PostAsync(path, body);

        (second.Status, second.Text).ShouldBe((first.Status, first.Text));
        second.WasReplayed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(CreatingPosts))]
    public async Task Post_AHundredTimesAtOnce_IsDoneOnce(string route)
    {
        var (path, body) = await FillAsync(route, "at-once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.PostAsync(path, body, "key-of-a-hundred")));

        answers.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBeInRange(200, 201, answers[0].Text);
        answers.Count(answer => !answer.WasReplayed).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_AHundredTimesAtOnce_LeavesOneMessageAndOneAnswer()
    {
        var channel = await _api.CreateChannelAsync("a-hundred", withEliza: true);
        var body = new { channel_id = channel, author_id = "ada", content = "Hello", messageId = "the-one" };

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.PostAsync(Submit, body)));
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        (await _api.HistoryAsync(channel)).Count.ShouldBe(2);
        (await factory.QueryAsync(db => db.AgentRuns.CountAsync(run => run.ChannelId == new Domain.Channels.ChannelId(channel)))).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_WithOtherContentsUnderTheKey_Returns422()
    {
        var channel = await _api.CreateChannelAsync("mismatch");
        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "One", messageId = "m" })).ShouldBe(201);

        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "Two", messageId = "m" })).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");

        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Submit_SpelledOtherwise_IsTheSameRequest()
    {
        var channel = await _api.CreateChannelAsync("spelled");
        (await _api.PostRawAsync(Submit, $$"""{"channel_id":"{{channel}}","author_id":"ada","content":"Hi","messageId":"s"}""")).ShouldBe(201);

        (await _api.PostRawAsync(Submit, $$"""{ "message_id": "s", "content": "H\u0069", "authorId": "ada", "channelId": "{{channel}}", "unknown": 1 }"""))
            .ShouldBe(201).WasReplayed.ShouldBeTrue();
    }

    [Fact]
    public async Task MessageIdAndHeader_WhenBothAreGiven_TheMessageIdCounts()
    {
        var channel = await _api.CreateChannelAsync("both");
        var body = new { channel_id = channel, author_id = "ada", content = "Hi", messageId = "both" };

        await _api.PostAsync(Submit, body, "attempt-1");
        (await _api.PostAsync(Submit, body, "attempt-2")).WasReplayed.ShouldBeTrue();

        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Failure_OfAnyKind_BurnsNoKey()
    {
        var channel = await _api.CreateChannelAsync("burns-nothing");
        var body = new { channel_id = channel, author_id = "ada", content = "Hi", in_reply_to_message_id = Guid.NewGuid() };
        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada" }, "f")).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.PostAsync(Submit, body, "f")).ShouldBeError(404, "RESOURCE_NOT_FOUND");

        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "Hi" }, "f")).ShouldBe(201).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Key_OfAnotherCallerOrOperation_IsAnotherKey()
    {
        var channel = await _api.CreateChannelAsync("callers");
        var body = new { channel_id = channel, content = "Hi" };
        foreach (var api in new[] { await factory.UserAsync("ada"), await factory.UserAsync("bob") })
            (await api.PostAsync(Submit, body, "shared")).ShouldBe(201).WasReplayed.ShouldBeFalse();
        (await (await factory.UserAsync("ada")).PostAsync(Submit, body, "shared")).WasReplayed.ShouldBeTrue();

        (await (await factory.UserAsync("ada")).PostAsync("/api/messaging/channels", new { name = "another-operation" }, "shared")).ShouldBe(201).WasReplayed.ShouldBeFalse();
        (await _api.HistoryAsync(channel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Secret_AskedForAgainWithAnotherCredential_IsNotShown()
    {
        var id = (await _api.PostAsync("/api/auth/keys", new { name = "root", kind = "service", scopes = new[] { "admin" } })).ShouldBe(201).Data;
        var first = factory.WithCredential(id.GetProperty("key").GetString()!);
        var rotated = (await _api.PostAsync($"/api/auth/keys/{id.GetProperty("id").GetString()}/rotate", new { gracePeriodSeconds = 600 })).ShouldBe(200).Data;
        var second = factory.WithCredential(rotated.GetProperty("key").GetString()!);
        var body = new { name = "child", kind = "service" };

        var child = (await first.PostAsync("/api/auth/keys", body, "child")).ShouldBe(201);
        (await second.PostAsync("/api/auth/keys", body, "child")).ShouldBeError(409, "CONFLICT");

        (await first.PostAsync("/api/auth/keys", body, "child")).Text.ShouldBe(child.Text);
        var stored = await factory.QueryAsync(db => db.StoredAnswers.Select(answer => answer.Body).ToListAsync());
        stored.ShouldNotContain(answer => answer.Contains(child.Data.GetProperty("key").GetString()!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("tab\there")]
    public async Task Key_ThatIsNone_Returns400(string key)
    {
        (await _api.PostAsync(Submit, new { messageId = key })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'messageId' must be 1 to 255 visible ASCII characters");
        if (key.Contains('\t')) return;
        (await _api.PostAsync(Submit, new { }, key)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'Idempotency-Key' must be 1 to 255 visible ASCII characters");
    }

    [Fact]
    public async Task Key_GivenTwice_Returns400()
    {
        using var content = System.Net.Http.Json.JsonContent.Create(new { name = "twice" });
        content.Headers.Add("Idempotency-Key", ["one", "two"]);
        (await _api.SendAsync(HttpMethod.Post, "/api/messaging/channels", content)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'Idempotency-Key'");
    }

    [Fact]
    public async Task Key_OfAnAgentThatMayDoLess_HearsNotWhatAnotherWasAnswered()
    {
        var channel = await _api.CreateChannelAsync("agents-keys");
        var body = new { channel_id = channel, content = "Hi" };
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).PostAsync(Submit, body, "agents")).ShouldBe(201);
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).PostAsync(Submit, body, "agents")).WasReplayed.ShouldBeTrue();
        (await (await factory.AgentAsync(Api.Eliza, "sessions:write")).PostAsync(Submit, body, "agents")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Key_OfTheLongestLength_IsTakenAndNoLonger()
    {
        var channel = await _api.CreateChannelAsync("long-key");
        var body = new { channel_id = channel, author_id = "ada", content = "Hi" };
        (await _api.PostAsync(Submit, body, new string('k', 255))).ShouldBe(201);
        (await _api.PostAsync(Submit, body, new string('k', 256))).ShouldBeError(400, "VALIDATION_ERROR");
    }

    private async Task<(string Path, Dictionary<string, object> Body)> FillAsync(string route, string name)
    {
        var unique = $"{name}-{Guid.NewGuid():N}";
        var channel = await _api.CreateChannelAsync(unique);
        if (route.EndsWith("rotate", StringComparison.Ordinal))
        {
            var key = (await _api.PostAsync("/api/auth/keys", new { name, kind = "service" })).ShouldBe(201).Data.GetProperty("id").GetString();
            return (route.Replace("{key}", key), []);
        }
        Dictionary<string, object> body = route switch
        {
            "/api/messaging/channels" or "/api/messaging/servers" => new() { ["name"] = "c-" + unique },
            "/api/messaging/group-channels" => new() { ["name"] = "c-" + unique, ["participants"] = new[] { "ada", "bob" } },
            Submit => new() { ["channel_id"] = channel, ["author_id"] = "ada", ["content"] = "Hello" },
            "/api/auth/keys" => new() { ["name"] = unique, ["kind"] = "service", ["scopes"] = new[] { "messages:read" }, ["limits"] = new { requestsPerMinute = 5 } },
            Batch => new() { ["messages"] = new[] { new { channel_id = channel, author_id = "ada", content = "Hello" }, new { channel_id = channel, author_id = "", content = "" } } },
            "/api/messaging/sessions" => new() { ["agentId"] = Api.Eliza, ["userId"] = Guid.NewGuid(), ["timeoutConfig"] = new { timeoutMinutes = 7.5 } },
            _ when route.EndsWith("/messages", StringComparison.Ordinal) => new() { ["author_id"] = "ada", ["content"] = "Hello" },
            _ when route.EndsWith("/agents", StringComparison.Ordinal) => new() { ["agentId"] = Api.Eliza },
            _ => new() { ["userId"] = "u-" + unique },
        };
        return (route.Replace("{channel}", channel.ToString()), body);
    }
}
