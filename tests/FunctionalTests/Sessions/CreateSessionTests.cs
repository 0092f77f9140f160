using System.Text.Json;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

public sealed class CreateSessionTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Create_WithTwoIds_AnswersTheBareSession()
    {
        var session = await _api.OpenAsync();

        session.EnumerateObject().Select(field => field.Name).ShouldBe(
        [
            "sessionId", "channelId", "agentId", "userId", "createdAt", "lastActivity", "metadata", "expiresAt", "timeoutConfig", "renewalCount",
            "timeRemaining", "isNearExpiration",
        ]);
        session.Id().Version.ShouldBe(7);
        session.Channel().Version.ShouldBe(7);
        session.Text("agentId").ShouldBe(Api.Eliza);
        session.Text("userId").ShouldBe(Ada);
        session.Time("createdAt").ShouldBe(factory.Time.GetUtcNow());
        session.Time("lastActivity").ShouldBe(factory.Time.GetUtcNow());
        session.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow().AddMinutes(30));
        session.GetProperty("metadata").GetRawText().ShouldBe("{}");
        session.GetProperty("timeoutConfig").GetRawText().ShouldBe("""{"timeoutMinutes":30,"autoRenew":true,"maxDurationMinutes":720,"warningThresholdMinutes":5}""");
        session.Renewals().ShouldBe(0);
        session.TimeLeft().ShouldBe(30 * 60_000);
        session.IsNearEnd().ShouldBeFalse();
    }

    [Fact]
    public async Task Create_InSnakeCaseWithEverything_KeepsIt()
    {
        var answer = await _api.PostRawAsync(Root, $$$"""
            {"agent_id":"{{{Api.Eliza}}}","user_id":"{{{Ada}}}","metadata":{"platform":"web","deep":{"list":[1.50,null,"é"]}},
             "timeout_config":{"timeout_minutes":7.5,"auto_renew":false,"max_duration_minutes":60,"warning_threshold_minutes":2.25}}
            """);

        var session = answer.ShouldBe(201).Json;
        session.GetProperty("metadata").GetRawText().ShouldBe("""{"platform":"web","deep":{"list":[1.50,null,"é"]}}""");
        session.GetProperty("timeoutConfig").GetRawText().ShouldBe("""{"timeoutMinutes":7.5,"autoRenew":false,"maxDurationMinutes":60,"warningThresholdMinutes":2.25}""");
        session.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow().AddMinutes(7.5));
    }

    [Fact]
    public async Task Create_WithoutAUserByAPersonWithoutAUuid_IsThatPersons()
    {
        var person = await factory.UserAsync("ada.lovelace@example");

        var session = (await person.PostAsync(Root, new { agentId = Api.Eliza })).ShouldBe(201).Json;

        session.Text("userId").ShouldBe("ada.lovelace@example");
        (await person.ReadAsync(session.Id())).ShouldBe(200);
    }

    [Fact]
    public async Task Create_TwiceForTheSameTwo_GivesTwoSessionsAndTwoChannels()
    {
        var (first, second) = (await _api.OpenAsync(), await _api.OpenAsync());

        second.Id().ShouldNotBe(first.Id());
        second.Channel().ShouldNotBe(first.Channel());
        var direct = (await _api.GetAsync($"/api/messaging/dm-channel?userId1={Ada}&userId2={Api.Eliza}")).ShouldBe(200).Data.GetProperty("id").GetGuid();
        new[] { first.Channel(), second.Channel() }.ShouldNotContain(direct);
    }

    [Fact]
    public async Task Create_WithAName_OpensAPrivateChannelOfTheTwo()
    {
        var session = await _api.OpenAsync(metadata: new { username = "Ada" });

        var channel = (await _api.GetAsync($"/api/messaging/channels/{session.Channel()}/details")).ShouldBe(200).Data;
        channel.Text("type").ShouldBe("dm");
        channel.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        channel.GetProperty("metadata").Text("sessionId").ShouldBe($"{session.Id()}");
        var participants = (await _api.GetAsync($"/api/messaging/channels/{session.Channel()}/participants")).ShouldBe(200).Data.GetProperty("participants").EnumerateArray()
            .Select(participant => (participant.Text("userId"), participant.GetProperty("name").GetString()));
        participants.ShouldBe([(Ada, "Ada"), (Api.Eliza, "Eliza")], ignoreOrder: true);
        (await (await factory.UserAsync(Ada)).GetAsync($"/api/messaging/channels/{session.Channel()}/messages")).ShouldBe(200);
        (await (await factory.UserAsync("stranger")).GetAsync($"/api/messaging/channels/{session.Channel()}/messages")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("Eliza")]
    [InlineData("ELIZA")]
    public async Task Create_UnderTheAgentsName_LeavesThePersonWithoutAName(string username)
    {
        var session = await _api.OpenAsync(metadata: new { username });
        (await _api.GetAsync($"/api/messaging/channels/{session.Channel()}/participants")).ShouldBe(200).Data.GetProperty("participants").EnumerateArray()
            .Single(participant => participant.Text("userId") == Ada).GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
        session.GetProperty("metadata").Text("username").ShouldBe(username);
    }

    [Fact]
    public async Task Create_WithATimeoutBeyondTheServersLongestDuration_LastsAsLongAsThat()
    {
        var session = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 1440 });

        session.GetProperty("timeoutConfig").GetProperty("maxDurationMinutes").GetDouble().ShouldBe(1440);
        session.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow().AddMinutes(1440));
    }

    [Fact]
    public async Task Create_WithAnUnknownAgent_Returns404() =>
        (await _api.PostAsync(Root, new { agentId = Guid.Empty, userId = Ada })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Agent with ID '{Guid.Empty}' does not exist");

    [Fact]
    public async Task Create_WithAnInactiveAgent_Returns409UntilItIsStarted()
    {
        var agent = await _api.CreateAgentAsync("eliza", "Idle");
        (await _api.PostAsync($"/api/agents/{agent}/stop")).ShouldBe(200);
        (await _api.PostAsync(Root, new { agentId = agent, userId = Ada })).ShouldBeError(409, "CONFLICT").Details.ShouldBe($"Agent '{agent}' is not active and would not answer");

        (await _api.PostAsync($"/api/agents/{agent}/start")).ShouldBe(200);
        (await _api.PostAsync(Root, new { agentId = agent, userId = Ada })).ShouldBe(201);
    }

    [Fact]
    public async Task Create_ForAnAgentInThePersonsPlace_Returns400() =>
        (await _api.PostAsync(Root, new { agentId = Api.Eliza, userId = Api.Eliza })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'userId'");
}
