using Eliza.Domain.Agents;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Http;

namespace Eliza.FunctionalTests.Agents;

/// <summary>People talk with a program that is called over HTTP on this machine.</summary>
public sealed class WebhookAgentTests(AgentsFactory factory) : IClassFixture<AgentsFactory>
{
    private readonly Fixtures.Api _api = factory.Api;

    [Fact]
    public async Task Message_ToAWebhook_IsAnsweredByIt()
    {
        var channel = await ChannelAsync("answering");
        Answer(200, """{"text":"I heard you"}""");
        var message = await _api.SubmitAsync(channel, "Hello", "ada");
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var call = CallsFor(channel).ShouldHaveSingleItem();
        var run = await factory.RunAsync(channel, run => !run.IsOpen);
        run.Status.ShouldBe(AgentRunStatus.Completed);
        call.Headers["X-Eliza-Run"].ShouldBe(run.Id.ToString());
        call.Headers["X-Eliza-Signature"].ShouldStartWith("v1=");
        call.Json.GetProperty("message").GetProperty("id").GetGuid().ShouldBe(message);
        call.Json.GetProperty("message").GetProperty("serverId").GetGuid().ShouldBe(Guid.Empty);
        call.Json.GetProperty("message").GetProperty("createdAt").GetInt64().ShouldBe(factory.Time.GetUtcNow().ToUnixTimeSeconds());
        call.Json.GetProperty("attempt").GetInt32().ShouldBe(1);
        (await _api.HistoryAsync(channel))[1].GetProperty("text").GetString().ShouldBe("I heard you");
        factory.Log.Lines.ShouldNotContain(line => line.Contains(AgentsFactory.WebhookSecret));
    }

    [Fact]
    public async Task Message_WithAllThatItMayHave_IsToldInFullAndWithoutHistoryIfNoneIsWanted()
    {
        var channel = await factory.ChannelWithAsync("thorough", "webhook", new { webhook = $"{factory.Hook.Address}hook", history = 0 });
        Answer(204, "");
        var first = await _api.SubmitAsync(channel, "First", "ada");
        (await _api.PostAsync("/api/messaging/submit", new
        {
            channel_id = channel,
            author_id = "bob",
            content = "Second",
            in_reply_to_message_id = first,
            attachments = new[] { new { url = "https://x.example/a.png", contentType = "image/png", name = "a.png", size = 7 } },
            metadata = new { mood = new { now = "sad" } },
        })).ShouldBe(201);
        (await factory.Hook.IsAskedAsync()).ShouldBeTrue();
        while (CallsFor(channel).Count < 2) (await factory.Hook.IsAskedAsync()).ShouldBeTrue();

        var call = CallsFor(channel)[1].Json;
        call.GetProperty("replyTo").GetGuid().ShouldBe(first);
        call.GetProperty("history").GetArrayLength().ShouldBe(0);
        call.GetProperty("message").GetProperty("metadata").GetRawText().ShouldBe("""{"mood":{"now":"sad"}}""");
        call.GetProperty("message").GetProperty("attachments")[0].GetProperty("size").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task Message_WhenTheWebhookFails_IsSentAgainUnderTheSameRun()
    {
        var channel = await ChannelAsync("failing");
        Answer(500, "what Ada said");
        await _api.SubmitAsync(channel, "Hello");
        (await factory.RunAsync(channel, run => run.LastError is not null)).LastError.ShouldBe("The webhook answered 500");

        Answer(200, """{"text":"Here I am"}""");
        await factory.AnswersInTimeAsync(channel, 1);

        var calls = CallsFor(channel);
        calls.Select(call => call.Headers["Idempotency-Key"]).Distinct().ShouldHaveSingleItem();
        calls.Select(call => call.Json.GetProperty("attempt").GetInt32()).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, """{"text":""}""")]
    public async Task Message_WhenTheWebhookHasNothingToSay_IsIgnored(int status, string body)
    {
        var channel = await ChannelAsync($"silent-{status}");
        Answer(status, body);
        await _api.SubmitAsync(channel, "Hello");

        (await factory.RunAsync(channel, run => !run.IsOpen)).Status.ShouldBe(AgentRunStatus.Ignored);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Message_WhenTheWebhookPromisesAnAnswerThatNeverComes_IsSentAgainWhenPatienceEnds()
    {
        var channel = await ChannelAsync("promising");
        Answer(202, "");
        await _api.SubmitAsync(channel, "Hello");
        var deferred = await factory.RunAsync(channel, run => run.IsDeferred);
        (deferred.IsOpen, deferred.Attempts, deferred.DueAt).ShouldBe((true, 1, factory.Time.GetUtcNow().AddSeconds(300)));

        Answer(200, """{"text":"I had forgotten"}""");
        factory.Time.Advance(TimeSpan.FromSeconds(290));
        CallsFor(channel).Count.ShouldBe(1);
        await factory.AnswersInTimeAsync(channel, 1);

        CallsFor(channel).Select(call => call.Json.GetProperty("attempt").GetInt32()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Message_WhenTheWebhookAnswersLater_IsCompletedByWhatItSubmits()
    {
        var channel = await ChannelAsync("later");
        Answer(202, "");
        var question = await _api.SubmitAsync(channel, "Hello");
        await factory.RunAsync(channel, run => run.IsDeferred);

        var reply = await SubmitAsync("later", channel, question);

        var run = await factory.RunAsync(channel, run => !run.IsOpen);
        (run.Status, run.ReplyId!.Value.Value, run.Attempts).ShouldBe((AgentRunStatus.Completed, reply, 1));
        factory.Time.Advance(TimeSpan.FromSeconds(400));
        CallsFor(channel).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Message_WhenTheWebhookIsQuickerThanItsPromise_IsCompletedAllTheSame()
    {
        var channel = await ChannelAsync("quick");
        factory.Hook.Answer = async context =>
        {
            await SubmitAsync("quick", channel, question: null);
            context.Response.StatusCode = 202;
        };
        await _api.SubmitAsync(channel, "Hello");

        (await factory.RunAsync(channel, run => !run.IsOpen)).Status.ShouldBe(AgentRunStatus.Completed);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Message_WhenTheWebhookCannotBeUnderstood_FailsWithAReasonThatQuotesNothing()
    {
        var channel = await ChannelAsync("mumbling");
        Answer(200, "<html>what Ada said</html>");
        await _api.SubmitAsync(channel, "Hello");

        (await factory.RunAsync(channel, run => run.LastError is not null)).LastError.ShouldBe("The webhook's answer is not a JSON object with a text");
        Answer(200, """{"text":"Clearly now"}""");
        await factory.AnswersInTimeAsync(channel, 1);
    }

    /// <summary>The program answers by itself, with the agent's own key.</summary>
    private async Task<Guid> SubmitAsync(string agent, Guid channel, Guid? question)
    {
        var own = await factory.AgentAsync(agent, "messages:read", "messages:write");
        var said = await own.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Here I am", in_reply_to_message_id = question });
        return said.ShouldBe(201).Data.GetProperty("id").GetGuid();
    }

    private Task<Guid> ChannelAsync(string agent) => factory.ChannelWithAsync(agent, "webhook", new { webhook = $"{factory.Hook.Address}hook" });

    private void Answer(int status, string body) => factory.Hook.Answer = async context =>
    {
        context.Response.StatusCode = status;
        if (body.Length > 0) await context.Response.WriteAsync(body);
    };

    private List<TakenRequest> CallsFor(Guid channel) =>
        [.. factory.Hook.Requests.Where(call => call.Json.GetProperty("message").GetProperty("channelId").GetGuid() == channel)];
}
