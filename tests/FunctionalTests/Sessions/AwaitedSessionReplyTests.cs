using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>How long the sender of a message waits over http, with an agent that answers when the test says so. The clock stands still unless it is moved.</summary>
public sealed class AwaitedSessionReplyTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "http" };

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("transport", "http")]
    [InlineData("transport", "sync")]
    [InlineData("mode", "sync")]
    [InlineData("mode", "HTTP")]
    public async Task Send_WhenTheAgentAnswersInTime_GivesTheReply(string field, string value)
    {
        var session = await OpenAsync();
        var sending = _api.TellAsync(session, new Dictionary<string, string> { ["content"] = "Hello", [field] = value });
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Here I am", null));

        var sent = (await sending).ShouldBe(201).Json;

        sent.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["id", "content", "authorId", "createdAt", "metadata", "sessionStatus", "userMessage", "agentResponse"]);
        sent.GetProperty("agentResponse").GetRawText().ShouldBe("""{"text":"Here I am","thought":null,"actions":[]}""");
        sent.Content().ShouldBe("Hello");
        (await _api.SaidAsync(session)).Select(message => message.Content()).ShouldBe(["Hello", "Here I am"]);
    }

    [Fact]
    public async Task Send_WhenNoReplyCame_GivesTheMessageAndARepetitionTheReplyThatCameLater()
    {
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        var began = factory.Time.GetUtcNow();
        var sending = _api.TellAsync(opened.Id(), Hello, "late");
        var asked = await factory.Agent.AskedAsync();
        var first = await factory.InTimeAsync(sending);
        first.ReplyIn().ShouldBeNull();
        (factory.Time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(25));

        asked.SetResult(new AgentAnswer("Better late", null));
        await factory.Posted.WaitForAnswersAsync(opened.Channel(), 1);

        var again = await _api.TellAsync(opened.Id(), Hello, "late");
        again.WasReplayed.ShouldBeTrue();
        again.ReplyIn().ShouldBe("Better late");
        again.Json.MessageId().ShouldBe(first.Json.MessageId());
        again.Json.GetProperty("sessionStatus").GetRawText().ShouldBe(first.Json.GetProperty("sessionStatus").GetRawText());
        (await _api.SaidAsync(opened.Id())).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Send_RepeatedWhileItWaits_IsPostedOnceAndAnsweredTheSame()
    {
        var session = await OpenAsync();
        var sending = _api.TellAsync(session, Hello, "twice");
        var asked = await factory.Agent.AskedAsync();
        var repeated = _api.TellAsync(session, Hello, "twice");

        asked.SetResult(new AgentAnswer("Once", null));

        (await repeated).ReplyIn().ShouldBe("Once");
        (await sending).Text.ShouldBe((await repeated).Text);
        (await _api.SaidAsync(session)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Send_WhenTheAgentHasNothingToSay_GivesTheMessageAtOnce()
    {
        var sending = _api.TellAsync(await OpenAsync(), Hello);
        (await factory.Agent.AskedAsync()).SetResult(AgentAnswer.Nothing);

        (await sending).ReplyIn().ShouldBeNull();
    }

    [Fact]
    public async Task Send_WhenTheAgentGivesUp_GivesTheMessageAtOnce()
    {
        var session = await OpenAsync();
        var sending = _api.TellAsync(session, Hello);
        var asked = await factory.Agent.AskedAsync();
        var message = (await _api.SaidAsync(session)).Single().MessageId();

        (await _api.PostAsync("/api/messaging/complete", new { messageId = message, status = "failed", agentId = ScriptedAgent.Id })).ShouldBe(200);

        (await sending).ReplyIn().ShouldBeNull();
        asked.SetResult(AgentAnswer.Nothing);
    }

    private async Task<Guid> OpenAsync() => (await _api.OpenWithAsync(ScriptedAgent.Id)).Id();
}
