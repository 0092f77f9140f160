using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What a session allows ends with what it stands on: a place in its channel, a grant, being whom the id names.</summary>
public sealed class LostRightsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Person_TakenOutOfTheChannel_NeitherReadsNorSpeaksInTheSession()
    {
        var person = await factory.UserAsync(Ada);
        var session = await _api.OpenAsync();
        (await TellAsync(person, session.Id())).ShouldBe(201);
        (await ListAsync(person, session.Id())).ShouldBe(200);

        (await _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}/participants/{Ada}")).ShouldBe(200);

        (await TellAsync(person, session.Id())).ShouldBeError(403, "PERMISSION_DENIED");
        (await ListAsync(person, session.Id())).ShouldBeError(403, "PERMISSION_DENIED");
        (await ListAsync(_api, session.Id())).ShouldBe(200);
    }

    [Fact]
    public async Task Person_WhoMayOnlyReadTheChannel_ReadsTheSessionAndDoesNotSpeakInIt()
    {
        var person = await factory.UserAsync(Ada);
        var session = await _api.OpenAsync();
        (await Patches.PatchAsync(_api, $"/api/messaging/channels/{session.Channel()}/participants/{Ada}", new { role = "guest" })).ShouldBe(200);

        (await TellAsync(person, session.Id())).ShouldBeError(403, "PERMISSION_DENIED");
        (await ListAsync(person, session.Id())).ShouldBe(200);
    }

    [Fact]
    public async Task Agent_ThatOpenedItByAGrant_LosesAllWhenTheGrantEnds()
    {
        var person = $"{Guid.NewGuid()}";
        var opener = await _api.CreateAgentAsync();
        var agent = await factory.AgentAsync(opener, "messages:read", "sessions:write");
        (await _api.PostAsync($"/api/agents/{opener}/grants", new { userId = person })).ShouldBe(201);
        var session = (await agent.OpenAsync(person)).Id();
        (await TellAsync(agent, session)).ShouldBe(201);

        (await _api.DeleteAsync($"/api/agents/{opener}/grants/{person}")).ShouldBe(200);

        foreach (var answer in new[]
        {
            await agent.ReadAsync(session), await agent.BeatAsync(session), await agent.RenewAsync(session), await ListAsync(agent, session),
            await TellAsync(agent, session), await agent.ChangeAsync(session, new { timeoutMinutes = 60 }), await agent.EndAsync(session),
        }) answer.ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.ReadAsync(session)).ShouldBe(200);
    }

    [Fact]
    public async Task Timeout_LongerThanALongestDurationThatWasChosen_IsRefused()
    {
        var chosen = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 180 });
        var left = await _api.OpenIdAsync();

        (await _api.ChangeAsync(chosen, new { timeoutMinutes = 300 })).ShouldBeError(400, "VALIDATION_ERROR").Details
            .ShouldBe("Field 'timeoutMinutes' must be at most the longest duration, which is 180 minutes");
        (await _api.ChangeAsync(left, new { timeoutMinutes = 1440 })).ShouldBe(200).Json.GetProperty("timeoutConfig").GetProperty("maxDurationMinutes").GetDouble().ShouldBe(1440);
    }

    [Fact]
    public async Task Delete_WhenNothingWasSaid_TakesTheChannelAlongAndElseLeavesIt()
    {
        var (silent, told) = (await _api.OpenAsync(), await _api.OpenAsync());
        (await TellAsync(_api, told.Id())).ShouldBe(201);

        (await _api.EndAsync(silent.Id())).ShouldBe(200);
        (await _api.EndAsync(told.Id())).ShouldBe(200);

        (await _api.GetAsync($"/api/messaging/channels/{silent.Channel()}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.HistoryAsync(told.Channel())).ShouldNotBeEmpty();
    }

    private static Task<Answer> TellAsync(Api api, Guid session) => api.PostAsync($"{Root}/{session}/messages", new { content = "Hello" });

    private static Task<Answer> ListAsync(Api api, Guid session) => api.GetAsync($"{Root}/{session}/messages");
}
