using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>A session is its person's, its agent's, and whose back end opened it; operators may do all.</summary>
public sealed class SessionRightsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    /// <summary>Who reads it, and who keeps it alive, renews it, changes its times, and ends it.</summary>
    public enum Who
    {
        Person,
        OtherPerson,
        Agent,
        AgentThatReads,
        AgentWithoutRights,
        OtherAgent,
        Opener,
        OpenerAfterRotation,
        OtherService,
        ReadingService,
        Operator,
    }

    [Theory]
    [InlineData(Who.Person, true, true)]
    [InlineData(Who.OtherPerson, false, false)]
    [InlineData(Who.Agent, true, true)]
    [InlineData(Who.AgentThatReads, true, false)]
    [InlineData(Who.AgentWithoutRights, false, false)]
    [InlineData(Who.OtherAgent, false, false)]
    [InlineData(Who.Opener, true, true)]
    [InlineData(Who.OpenerAfterRotation, true, true)]
    [InlineData(Who.OtherService, false, false)]
    [InlineData(Who.ReadingService, false, false)]
    [InlineData(Who.Operator, true, true)]
    public async Task Session_ForEverySortOfCaller_IsThereForWhomItShould(Who who, bool reads, bool uses)
    {
        var (session, caller) = await OpenForAsync(who);

        ShouldBe(await caller.ReadAsync(session), reads);
        ShouldBe(await caller.BeatAsync(session), uses);
        ShouldBe(await caller.RenewAsync(session), uses);
        ShouldBe(await caller.ChangeAsync(session, new { timeoutMinutes = 60 }), uses);
        ShouldBe(await caller.EndAsync(session), uses);

        (await _api.ReadAsync(session)).ShouldBe(uses ? 404 : 200);
        if (!uses) (await _api.ReadAsync(session)).Json.Renewals().ShouldBe(0);
    }

    [Fact]
    public async Task Create_InAnothersName_TakesABackEndOrAGrant()
    {
        var body = new { agentId = Api.Eliza, userId = $"{Guid.NewGuid()}" };
        var agent = await _api.CreateAgentAsync();
        var withGrant = await factory.AgentAsync(agent, "sessions:write");
        (await withGrant.PostAsync(Root, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.PostAsync($"/api/agents/{agent}/grants", new { body.userId })).ShouldBe(201);

        (await withGrant.PostAsync(Root, body)).ShouldBe(201);
        (await (await factory.ServiceAsync("sessions:write")).PostAsync(Root, body)).ShouldBe(201);
        (await (await factory.UserAsync(body.userId)).PostAsync(Root, body)).ShouldBe(201);
        (await (await factory.UserAsync(Ada)).PostAsync(Root, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:read", "messages:write", "channels:write")).PostAsync(Root, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(agent, "messages:write")).PostAsync(Root, body)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Create_ByAnAgentForAPerson_IsTheAgentsToUse()
    {
        var (agent, user) = (await _api.CreateAgentAsync(), $"{Guid.NewGuid()}");
        (await _api.PostAsync($"/api/agents/{agent}/grants", new { userId = user })).ShouldBe(201);
        var opener = await factory.AgentAsync(agent, "sessions:write");

        var session = (await opener.PostAsync(Root, new { agentId = Api.Eliza, userId = user })).ShouldBe(201).Json.Id();

        (await (await factory.AgentAsync(agent, "sessions:write")).BeatAsync(session)).ShouldBe(200);
        (await (await factory.UserAsync(user)).ReadAsync(session)).ShouldBe(200);
    }

    [Fact]
    public async Task List_OfAllSessions_IsForOperatorsAlone()
    {
        await _api.OpenIdAsync();
        foreach (var caller in new[] { await factory.UserAsync(Ada), await factory.ServiceAsync("sessions:write", "messages:read"), await factory.AgentAsync(Api.Eliza, "sessions:write") })
        {
            (await caller.GetAsync(Root)).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.GetAsync($"{Root}/health")).ShouldBe(200);
        }
        (await (await factory.ServiceAsync("admin")).GetAsync(Root)).ShouldBe(200);
        (await factory.Anonymous.GetAsync($"{Root}/health")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    private async Task<(Guid Session, Api Caller)> OpenForAsync(Who who)
    {
        var key = (await _api.PostAsync("/api/auth/keys", new { name = "opener", kind = "service", scopes = new[] { "sessions:write" } })).ShouldBe(201).Data;
        var opener = factory.WithCredential(key.Text("key"));
        var session = await opener.OpenIdAsync();
        return (session, who switch
        {
            Who.Person => await factory.UserAsync(Ada),
            Who.OtherPerson => await factory.UserAsync($"{Guid.NewGuid()}"),
            Who.Agent => await factory.AgentAsync(Api.Eliza, "sessions:write"),
            Who.AgentThatReads => await factory.AgentAsync(Api.Eliza, "messages:read"),
            Who.AgentWithoutRights => await factory.AgentAsync(Api.Eliza, "messages:write"),
            Who.OtherAgent => await factory.AgentAsync(await _api.CreateAgentAsync(), "sessions:write", "messages:read"),
            Who.Opener => opener,
            Who.OpenerAfterRotation => factory.WithCredential((await _api.PostAsync($"/api/auth/keys/{key.Text("id")}/rotate", new { })).ShouldBe(200).Data.Text("key")),
            Who.OtherService => await factory.ServiceAsync("sessions:write", "messages:read", "messages:write", "channels:write", "agents:write"),
            Who.ReadingService => await factory.ServiceAsync("messages:read"),
            _ => _api,
        });
    }

    private static void ShouldBe(Answer answer, bool allowed)
    {
        if (allowed) answer.ShouldBe(200);
        else answer.ShouldBeError(403, "PERMISSION_DENIED");
    }
}
