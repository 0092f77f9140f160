using System.Text.Json;
using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Agents that answer from outside, and that are not there to answer. The clock stands still, so nobody's patience ends.</summary>
public sealed class SessionAgentTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "http" };

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("""{"thought":"She is sad","actions":["REPLY","NOTE"]}""", """{"text":"I see","thought":"She is sad","actions":["REPLY","NOTE"]}""")]
    [InlineData("""{"thought":5,"actions":["REPLY",7,null,"NOTE"]}""", """{"text":"I see","thought":null,"actions":["REPLY","NOTE"]}""")]
    [InlineData("""{"actions":"REPLY"}""", """{"text":"I see","thought":null,"actions":[]}""")]
    public async Task Send_ToAnAgentThatSubmitsItsReply_GivesWhatItThoughtAndDidBeforeItCompletes(string metadata, string expected)
    {
        var agent = await _api.CreateAgentAsync();
        var key = await factory.AgentAsync(agent, "messages:read", "messages:write");
        var session = await _api.OpenWithAsync(agent);
        var sending = _api.TellAsync(session.Id(), Hello);
        var item = (await FetchOneAsync(key, agent)).GetProperty("message");
        (item.Text("text"), item.GetProperty("channelId").GetGuid()).ShouldBe(("Hello", session.Channel()));

        (await key.PostAsync("/api/messaging/submit", new
        {
            channel_id = session.Channel(), author_id = agent, content = "I see", metadata = JsonDocument.Parse(metadata).RootElement,
        })).ShouldBe(201);

        (await sending).ShouldBe(201).Json.GetProperty("agentResponse").GetRawText().ShouldBe(expected);
        (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("running");
        (await key.CompleteAsync(agent, session.Channel(), Ada, "Hello")).ShouldBe(200).Json.Text("response").ShouldBe("I see");
    }

    [Fact]
    public async Task Send_WhenTheAgentWasStopped_AsksNobodyAndAnswersAtOnce()
    {
        var agent = await _api.CreateAgentAsync("eliza", "Idle");
        var session = await _api.OpenWithAsync(agent);
        (await _api.PostAsync($"/api/agents/{agent}/stop")).ShouldBe(200);

        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldBeNull();
        await ShouldFindNobodyAsync(session);

        (await _api.SaidAsync(session.Id())).Count.ShouldBe(2);
        (await RunsInAsync(session)).ShouldBe(0);
    }

    [Fact]
    public async Task Send_WhenTheAgentIsStoppedMeanwhile_WaitsNoLonger()
    {
        var agent = await _api.CreateAgentAsync();
        var session = await _api.OpenWithAsync(agent);
        var began = factory.Time.GetUtcNow();
        var sending = _api.TellAsync(session.Id(), Hello);
        await FetchOneAsync(_api, agent);

        (await _api.PostAsync($"/api/agents/{agent}/stop")).ShouldBe(200);

        (await factory.InTimeAsync(sending)).ReplyIn().ShouldBeNull();
        (factory.Time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Send_WhenTheAgentIsMuted_AsksNobodyUntilItIsUnmuted()
    {
        var session = await _api.OpenAsync();
        var agent = $"/api/messaging/channels/{session.Channel()}/agents/{Api.Eliza}";
        (await _api.PostAsync($"{agent}/mute", new { })).ShouldBe(200);

        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldBeNull();
        await ShouldFindNobodyAsync(session);
        (await RunsInAsync(session)).ShouldBe(0);

        (await _api.PostAsync($"{agent}/unmute", new { })).ShouldBe(200);
        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Send_ByNameToAMutedAgent_GivesItsReply()
    {
        var session = await _api.OpenAsync();
        (await _api.PostAsync($"/api/messaging/channels/{session.Channel()}/agents/{Api.Eliza}/mute", new { })).ShouldBe(200);

        (await _api.TellAsync(session.Id(), new { content = "@Eliza I am sad", transport = "http" })).ReplyIn().ShouldNotBeNullOrEmpty();
    }

    private async Task ShouldFindNobodyAsync(JsonElement session)
    {
        using var stream = await _api.FollowAsync(session.Id(), new { content = "Hello", transport = "sse" });
        await stream.NextAsync("user_message");
        (await stream.NextAsync("error")).Text("code").ShouldBe("AGENT_UNAVAILABLE");
        (await stream.RestAsync()).ShouldBeEmpty();
    }

    /// <summary>The agent's next message, once it is there: its inbox would wait by the clock that stands still.</summary>
    private static async Task<JsonElement> FetchOneAsync(Api api, string agent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (await api.FetchAsync(agent) is [var item]) return item;
            await again.WaitForNextTickAsync(patience.Token);
        }
    }

    private Task<int> RunsInAsync(JsonElement session) => factory.QueryAsync(db => db.AgentRuns.CountAsync(run => run.ChannelId == new ChannelId(session.Channel())));
}
