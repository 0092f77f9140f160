using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The reply as a stream of events, with an agent that answers when the test says so. The clock stands still unless it is moved.</summary>
public sealed class StreamedSessionReplyTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "sse" };

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("transport", "sse")]
    [InlineData("mode", "stream")]
    public async Task Stream_OfAnAgentThatAnswersAtOnce_TellsTheMessageOneChunkAndTheReply(string field, string value)
    {
        var session = await _api.OpenIdAsync();

        using var stream = await _api.FollowAsync(session, new Dictionary<string, string> { ["content"] = "My mother hates me", [field] = value });

        var sent = await stream.NextAsync("user_message");
        sent.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "content", "authorId", "createdAt", "metadata", "sessionStatus", "userMessage"]);
        sent.GetProperty("sessionStatus").Renewals().ShouldBe(1);
        var chunk = await stream.NextAsync("chunk");
        chunk.EnumerateObject().Select(member => member.Name).ShouldBe(["messageId", "chunk", "index"]);
        (chunk.GetProperty("messageId").GetGuid(), chunk.GetProperty("index").GetInt32()).ShouldBe((sent.MessageId(), 0));
        var done = await stream.NextAsync("done");
        done.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "messageId", "text", "thought", "actions", "createdAt"]);
        (done.GetProperty("messageId").GetGuid(), done.Text("text")).ShouldBe((sent.MessageId(), chunk.Text("chunk")));
        (await stream.RestAsync()).ShouldBeEmpty();
        var said = await _api.SaidAsync(session);
        said[0].GetRawText().ShouldBe(sent.GetProperty("userMessage").GetRawText());
        (said[1].MessageId(), said[1].Content(), said[1].Time("createdAt")).ShouldBe((done.MessageId(), done.Text("text"), done.Time("createdAt")));
    }

    [Fact]
    public async Task Stream_OfAnyReply_HasTheHeadersOfEveryAnswerAndOfAStream()
    {
        var client = factory.CreateAuthorizedClient(ApiFactory.Key);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        using var stream = await new Api(client).FollowAsync(await _api.OpenIdAsync(), Hello);

        var headers = stream.Answer.Headers;
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        foreach (var name in new[] { "X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset" })
            headers.GetValues(name).ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
        stream.Answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await stream.RestAsync())[^1].Type.ShouldBe("done");
    }

    [Fact]
    public async Task Stream_WhenNoReplyCame_EndsWithAnErrorAndARepetitionTellsTheReplyThatCameLater()
    {
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        JsonElement sent;
        TaskCompletionSource<AgentAnswer> asked;
        using (var stream = await _api.FollowAsync(opened.Id(), Hello, "late-stream"))
        {
            var began = factory.Time.GetUtcNow();
            sent = await stream.NextAsync("user_message");
            asked = await factory.Agent.AskedAsync();
            var (type, error) = (await factory.InTimeAsync(stream.RestAsync())).ShouldHaveSingleItem();
            (type, error.Text("code")).ShouldBe(("error", "AGENT_TIMEOUT"));
            (factory.Time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(25));
            stream.WasReplayed.ShouldBeFalse();
        }

        asked.SetResult(new AgentAnswer("Better late", null));
        await factory.Posted.WaitForAnswersAsync(opened.Channel(), 1);

        using var again = await _api.FollowAsync(opened.Id(), Hello, "late-stream");
        again.WasReplayed.ShouldBeTrue();
        (await again.NextAsync("user_message")).GetRawText().ShouldBe(sent.GetRawText());
        (await again.NextAsync("chunk")).Text("chunk").ShouldBe("Better late");
        (await again.NextAsync("done")).Text("text").ShouldBe("Better late");
        (await _api.SaidAsync(opened.Id())).Count.ShouldBe(2);
        (await _api.ReadAsync(opened.Id())).Json.Renewals().ShouldBe(1);
    }

    [Fact]
    public async Task Stream_WithTwoWhoFollowOneAnswer_TellsBothTheSame()
    {
        var session = await OpenAsync();
        using var first = await _api.FollowAsync(session, Hello, "two");
        var sent = await first.NextAsync("user_message");
        var asked = await factory.Agent.AskedAsync();
        using var second = await _api.FollowAsync(session, Hello, "two");
        (await second.NextAsync("user_message")).GetRawText().ShouldBe(sent.GetRawText());

        asked.SetResult(new AgentAnswer("To you both", null));

        var told = (await first.RestAsync()).Select(item => $"{item.Type} {item.Data}").ToList();
        told.Count.ShouldBe(2);
        (await second.RestAsync()).Select(item => $"{item.Type} {item.Data}").ShouldBe(told);
    }

    [Fact]
    public async Task Stream_OfASecret_LeavesItOutOfTheLog()
    {
        var (question, reply) = ("xyzzy-of-the-person", "plugh-of-the-agent");
        using var stream = await _api.FollowAsync(await OpenAsync(), new { content = question, transport = "sse", metadata = new { note = "plover-of-the-client" } });
        await stream.NextAsync("user_message");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer(reply, null));
        (await stream.RestAsync())[^1].Data.Text("text").ShouldBe(reply);

        factory.Log.Lines.Count.ShouldBeGreaterThan(0);
        foreach (var secret in new[] { question, reply, "plover-of-the-client" }) factory.Log.Lines.ShouldNotContain(line => line.Contains(secret));
    }

    private async Task<Guid> OpenAsync() => (await _api.OpenWithAsync(ScriptedAgent.Id)).Id();
}
