using System.Net.Http.Json;
using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What happens while the sender of a message waits. The clock stands still unless it is moved.</summary>
public sealed class InterruptedSessionReplyTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "http" };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Send_WhenTheSessionIsDeletedMeanwhile_StillGivesTheReply()
    {
        var session = await OpenAsync();
        var sending = _api.TellAsync(session, Hello);
        var asked = await factory.Agent.AskedAsync();
        (await _api.EndAsync(session)).ShouldBe(200);

        asked.SetResult(new AgentAnswer("Farewell", null));

        (await sending).ReplyIn().ShouldBe("Farewell");
        (await _api.TellAsync(session, Hello)).ShouldBeUnknown($"{session}");
    }

    [Fact]
    public async Task Send_WhenTheSessionExpiresMeanwhile_StillGivesTheReply()
    {
        var session = (await _api.OpenWithAsync(ScriptedAgent.Id, new { timeoutMinutes = 5, autoRenew = false })).Id();
        factory.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(5));
        var sending = _api.TellAsync(session, Hello);
        var asked = await factory.Agent.AskedAsync();
        factory.Time.Advance(TimeSpan.FromSeconds(10));
        (await _api.ReadAsync(session)).ShouldBeGone(session);

        asked.SetResult(new AgentAnswer("Just in time", null));

        (await sending).ReplyIn().ShouldBe("Just in time");
        (await _api.TellAsync(session, Hello)).ShouldBeGone(session);
    }

    [Fact]
    public async Task Send_WhenTheMessageIsDeletedMeanwhile_WaitsNoLonger()
    {
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        var began = factory.Time.GetUtcNow();
        var sending = _api.TellAsync(opened.Id(), Hello);
        var asked = await factory.Agent.AskedAsync();
        var message = (await _api.SaidAsync(opened.Id())).Single().MessageId();

        (await _api.DeleteAsync($"/api/messaging/channels/{opened.Channel()}/messages/{message}")).ShouldBe(200);

        (await factory.InTimeAsync(sending)).ReplyIn().ShouldBeNull();
        (factory.Time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(25));
        asked.SetResult(AgentAnswer.Nothing);
    }

    [Fact]
    public async Task Send_WhenItsClientGoesAway_StaysAndIsAnswered()
    {
        var opened = await _api.OpenWithAsync(ScriptedAgent.Id);
        using var gone = new CancellationTokenSource();
        using var asking = new HttpRequestMessage(HttpMethod.Post, SessionTalk.MessagesOf(opened.Id())) { Content = JsonContent.Create(Hello) };
        asking.Headers.Add("X-Request-Id", "http-client-gone");
        var sending = _api.Client.SendAsync(asking, gone.Token);
        var asked = await factory.Agent.AskedAsync();

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        await factory.Log.WaitForAsync(line => line.Contains("RequestLog") && line.Contains("http-client-gone"));
        asked.SetResult(new AgentAnswer("Still here", null));
        await factory.Posted.WaitForAnswersAsync(opened.Channel(), 1);
        (await _api.SaidAsync(opened.Id())).Select(message => message.Content()).ShouldBe(["Hello", "Still here"]);
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.StartsWith("Critical"));
    }

    private async Task<Guid> OpenAsync() => (await _api.OpenWithAsync(ScriptedAgent.Id)).Id();
}
