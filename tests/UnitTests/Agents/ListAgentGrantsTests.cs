using Eliza.Application.Agents;
using Eliza.Application.Agents.ListAgentGrants;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class ListAgentGrantsTests
{
    private static readonly AgentGrant[] Grants = [AgentGrant.Create(Ids.OtherAgent, Ids.Bob, Times.Now), AgentGrant.Create(Ids.Eliza, Ids.Ada, Times.Now)];

    public static TheoryData<Scopes> Managing => [Scopes.AgentsWrite, Scopes.Admin];

    [Theory]
    [MemberData(nameof(Managing))]
    public async Task Handle_WhenTheCallerManagesAgents_ListsTheAgentsGrantsOnly(Scopes scopes)
    {
        var page = (await HandleAsync(Callers.Service(scopes))).ShouldSucceed();

        page.Items.ShouldBe([new AgentGrantResponse(Ids.Eliza.Value, "ada", Times.Now.ToUnixTimeSeconds())]);
        (page.Limit, page.Offset, page.Total).ShouldBe((50, 0, 1));
    }

    [Fact]
    public async Task Handle_WhenTheAgentItselfAsks_ListsThem() => (await HandleAsync(Callers.Eliza)).ShouldSucceed().Total.ShouldBe(1);

    [Fact]
    public async Task Handle_WhenAPersonAsks_ListsItsOwnAlone()
    {
        (await HandleAsync(Callers.Ada)).ShouldSucceed().Items.ShouldHaveSingleItem().UserId.ShouldBe("ada");
        foreach (var other in new[] { Callers.Bob, Caller.User(Ids.Eliza) }) (await HandleAsync(other)).ShouldSucceed().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_IsForbidden()
    {
        Caller?[] others =
        [
            Callers.Service((Scopes)47),
            Caller.Agent(Callers.KeyId, "key", Ids.OtherAgent, (Scopes)15), null,
        ];

        foreach (var caller in others) (await HandleAsync(caller)).ShouldFail("Access.Forbidden");
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("not an id")]
    public async Task Handle_WhenThereIsNoSuchAgent_IsNotFound(string agent) => (await HandleAsync(Callers.Bob, agent)).ShouldFail("Agent.NotFound");

    private static Task<Result<Page<AgentGrantResponse>>> HandleAsync(Caller? caller, string? agent = null) =>
        new ListAgentGrantsQueryHandler(new FakeReadRepository<AgentGrant>(Grants), new FakeAgentDirectory(), caller.Calls())
            .Handle(new ListAgentGrantsQuery(agent ?? Ids.Eliza.Value, null, null), TestContext.Current.CancellationToken);
}
