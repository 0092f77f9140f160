using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Whose message it is. The clock stands still, so nobody's patience ends.</summary>
public sealed class SessionSpeakersTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "http" };

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("websocket")]
    [InlineData("http")]
    public async Task Send_ByTheAgentItself_IsTheAgentsAndAsksNobody(string transport)
    {
        var agent = await _api.CreateAgentAsync("eliza", "Speaker");
        var key = await factory.AgentAsync(agent, "sessions:write");
        var session = await _api.OpenWithAsync(agent);

        var sent = (await key.TellAsync(session.Id(), new { content = "Are you there?", transport })).ShouldBe(201);

        sent.ReplyIn().ShouldBeNull();
        (sent.Json.Text("authorId"), sent.Json.GetProperty("userMessage").GetProperty("isAgent").GetBoolean()).ShouldBe((agent, true));
        sent.Json.GetProperty("sessionStatus").GetProperty("wasRenewed").GetBoolean().ShouldBeTrue();
        (await _api.RunsAsync(agent)).ShouldBeEmpty();
        (await _api.HistoryAsync(session.Channel())).ShouldHaveSingleItem().Text("agentId").ShouldBe(agent);
    }

    [Fact]
    public async Task Send_ByTheBackEndThatOpenedIt_IsThePersons()
    {
        var service = await factory.ServiceAsync("sessions:write");
        var session = (await service.PostAsync(Root, new { agentId = Api.Eliza, userId = Ada })).ShouldBe(201).Json;

        var sent = await service.TellAsync(session.Id(), Hello);

        sent.ReplyIn().ShouldNotBeNullOrEmpty();
        (sent.Json.Text("authorId"), sent.Json.GetProperty("userMessage").GetProperty("isAgent").GetBoolean()).ShouldBe((Ada, false));
        var person = await (await factory.UserAsync(Ada)).TellAsync(session.Id(), Hello);
        person.ReplyIn().ShouldNotBeNullOrEmpty();
        person.Json.Text("authorId").ShouldBe(Ada);
    }

    [Fact]
    public async Task Stream_ByTheAgentItself_TellsItsMessageAndThatNobodyWasAsked()
    {
        var key = await factory.AgentAsync(Api.Eliza, "sessions:write");
        using var stream = await key.FollowAsync(await _api.OpenIdAsync(), new { content = "Are you there?", transport = "sse" });

        (await stream.NextAsync("user_message")).Text("authorId").ShouldBe(Api.Eliza);
        (await stream.NextAsync("error")).Text("code").ShouldBe("AGENT_UNAVAILABLE");
        (await stream.RestAsync()).ShouldBeEmpty();
    }
}
