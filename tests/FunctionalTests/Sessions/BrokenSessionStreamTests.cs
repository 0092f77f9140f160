using Eliza.Application.Agents;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Streams that end without a reply, or without their listener. The clock stands still unless it is moved.</summary>
public sealed class BrokenSessionStreamTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "sse" };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Stream_WhenTheAgentHasNothingToSay_EndsWithAnError()
    {
        using var stream = await _api.FollowAsync(await OpenAsync(), Hello);
        await stream.NextAsync("user_message");
        (await factory.Agent.AskedAsync()).SetResult(AgentAnswer.Nothing);

        await ShouldEndAsync(stream, "AGENT_FAILED");
    }

    [Fact]
    public async Task Stream_WhenTheAgentGivesUp_EndsWithAnError()
    {
        using var stream = await _api.FollowAsync(await OpenAsync(), Hello);
        var message = (await stream.NextAsync("user_message")).MessageId();
        var asked = await factory.Agent.AskedAsync();

        (await _api.PostAsync("/api/messaging/complete", new { messageId = message, status = "failed", agentId = ScriptedAgent.Id })).ShouldBe(200);

        await ShouldEndAsync(stream, "AGENT_FAILED");
        asked.SetResult(AgentAnswer.Nothing);
    }

    [Fact]
    public async Task Stream_WhenTheMessageIsDeleted_EndsWithAnError()
    {
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        using var stream = await _api.FollowAsync(opened.Id(), Hello);
        var message = (await stream.NextAsync("user_message")).MessageId();
        var asked = await factory.Agent.AskedAsync();

        (await _api.DeleteAsync($"/api/messaging/channels/{opened.Channel()}/messages/{message}")).ShouldBe(200);

        var (type, error) = (await factory.InTimeAsync(stream.RestAsync())).ShouldHaveSingleItem();
        (type, error.Text("code")).ShouldBe(("error", "RESOURCE_NOT_FOUND"));
        asked.SetResult(AgentAnswer.Nothing);
    }

    [Fact]
    public async Task Stream_WhoseClientBreaksOff_LogsNoErrorAndTheReplyIsInTheSession()
    {
        const string id = "stream-client-gone";
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        var client = factory.CreateAuthorizedClient(ApiFactory.Key);
        client.DefaultRequestHeaders.Add("X-Request-Id", id);
        var stream = await new Api(client).FollowAsync(opened.Id(), Hello);
        await stream.NextAsync("user_message");
        var asked = await factory.Agent.AskedAsync();

        stream.Dispose();

        var line = await factory.Log.WaitForAsync(text => text.Contains("Hosting.RequestLog ") && text.Contains(id));
        line.ShouldContain("Request.ClientGone");
        asked.SetResult(new AgentAnswer("Come back", null));
        await factory.Posted.WaitForAnswersAsync(opened.Channel(), 1);
        (await _api.SaidAsync(opened.Id())).Select(message => message.Content()).ShouldBe(["Hello", "Come back"]);
        factory.Log.Lines.ShouldNotContain(text => text.StartsWith("Error") || text.StartsWith("Critical"));
    }

    private static async Task ShouldEndAsync(ReplyStream stream, string code)
    {
        var error = await stream.NextAsync("error");
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["code", "error"]);
        error.Text("code").ShouldBe(code);
        error.Text("error").ShouldNotBeNullOrWhiteSpace();
        (await stream.RestAsync()).ShouldBeEmpty();
    }

    private async Task<Guid> OpenAsync() => (await _api.OpenWithAsync(ScriptedAgent.Id)).Id();
}
