using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Agents.GrantAgent;
using Eliza.Application.Agents.RevokeAgentGrant;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

/// <summary>Whether Eliza may post in Ada's name.</summary>
public sealed class AgentGrantTests
{
    private static readonly Dictionary<string, Caller?> Known = new()
    {
        ["operator"] = Callers.Operator,
        ["who manages agents"] = Callers.Service(Scopes.AgentsWrite),
        ["other service"] = Callers.Service(Scopes.MessagesRead | Scopes.MessagesWrite | Scopes.ChannelsWrite | Scopes.SessionsWrite | Scopes.TokensIssue),
        ["Ada"] = Callers.Ada,
        ["Bob"] = Callers.Bob,
        ["Eliza"] = Callers.Eliza,
        ["other agent"] = Caller.Agent(Callers.KeyId, "key", Ids.OtherAgent, (Scopes)15),
        ["agent with Ada's id"] = Caller.Agent(Callers.KeyId, "key", Ids.Ada, (Scopes)15),
        ["nobody"] = null,
    };

    private readonly FakeAgentGrantRepository _grants = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("operator", true)]
    [InlineData("who manages agents", true)]
    [InlineData("other service", false)]
    [InlineData("Ada", true)]
    [InlineData("Bob", false)]
    [InlineData("Eliza", false)]
    [InlineData("other agent", false)]
    [InlineData("agent with Ada's id", false)]
    [InlineData("nobody", false)]
    public async Task Grant_WhenAskedByAnybody_IsForThePersonAndWhoManagesAgents(string caller, bool allowed)
    {
        var granted = await GrantAsync(Known[caller], "ada");

        if (allowed) granted.ShouldSucceed().ShouldBe(new AgentGrantResponse(Ids.Eliza.Value, "ada", Times.Now.ToUnixTimeSeconds()));
        else granted.ShouldFail("Access.Forbidden");
        _grants.Grants.Count.ShouldBe(allowed ? 1 : 0);
    }

    [Theory]
    [InlineData("operator", true)]
    [InlineData("who manages agents", true)]
    [InlineData("other service", false)]
    [InlineData("Ada", true)]
    [InlineData("Bob", false)]
    [InlineData("Eliza", true)]
    [InlineData("other agent", false)]
    [InlineData("agent with Ada's id", false)]
    [InlineData("nobody", false)]
    public async Task Revoke_WhenAskedByAnybody_IsForTheAgentToo(string caller, bool allowed)
    {
        _grants.Add(AgentGrant.Create(Ids.Eliza, Ids.Ada, Times.Now));

        var revoked = await RevokeAsync(Known[caller], "ada");

        if (allowed) revoked.ShouldSucceed().UserId.ShouldBe("ada");
        else revoked.ShouldFail("Access.Forbidden");
        _grants.Grants.Count.ShouldBe(allowed ? 0 : 1);
    }

    [Fact]
    public async Task Either_WhenAPersonNamesNobody_IsForItself()
    {
        (await GrantAsync(Callers.Ada, null)).ShouldSucceed().UserId.ShouldBe("ada");
        (await RevokeAsync(Callers.Ada, null)).ShouldSucceed().UserId.ShouldBe("ada");
    }

    [Fact]
    public async Task Grant_WhenTwice_ChangesNothing()
    {
        _grants.Add(AgentGrant.Create(Ids.Eliza, Ids.Ada, Times.Now.AddDays(-1)));

        (await GrantAsync(Callers.Ada, "ada")).ShouldSucceed().CreatedAt.ShouldBe(Times.Now.AddDays(-1).ToUnixTimeSeconds());

        _grants.Grants.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Revoke_WhenThereIsNone_IsNotFound()
    {
        _grants.Add(AgentGrant.Create(Ids.OtherAgent, Ids.Ada, Times.Now));
        _grants.Add(AgentGrant.Create(Ids.Eliza, Ids.Bob, Times.Now));

        (await RevokeAsync(Callers.Ada, "ada")).ShouldFail("Agent.NoGrant").Details.ShouldBe($"Agent '{Ids.Eliza}' has no grant for 'ada'");

        _grants.Grants.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("not an id")]
    public async Task Either_WhenThereIsNoSuchAgent_IsNotFoundByTheClientsSpelling(string agent)
    {
        (await GrantAsync(Callers.Bob, "ada", agent)).ShouldFail("Agent.NotFound").Details.ShouldContain($"'{agent}'");
        (await RevokeAsync(Callers.Bob, "ada", agent)).ShouldFail("Agent.NotFound").Details.ShouldContain($"'{agent}'");
    }

    [Fact]
    public async Task Grant_WhenThePersonIsAnAgent_IsInvalid()
    {
        foreach (var agent in new[] { Ids.Eliza, Ids.OtherAgent })
            (await GrantAsync(Callers.Operator, agent.Value)).ShouldFail("Request.Invalid").Fields.ShouldBe([FieldFailure.Breaks("UserId", AccessErrors.NotAPerson.Details)]);

        _grants.Grants.ShouldBeEmpty();
    }

    private Task<Result<AgentGrantResponse>> GrantAsync(Caller? caller, string? user, string agent = "E112A000-0000-4000-8000-000000000001") =>
        new GrantAgentCommandHandler(_grants, new FakeAgentDirectory(), caller.Calls(), new ManualTimeProvider(), Mapping.Mapper)
            .Handle(new GrantAgentCommand(agent, user), Token);

    private Task<Result<AgentGrantResponse>> RevokeAsync(Caller? caller, string? user, string agent = "E112A000-0000-4000-8000-000000000001") =>
        new RevokeAgentGrantCommandHandler(_grants, new FakeAgentDirectory(), caller.Calls(), Mapping.Mapper)
            .Handle(new RevokeAgentGrantCommand(agent, user), Token);
}
