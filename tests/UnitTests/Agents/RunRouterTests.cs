using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunRouterTests
{
    private readonly FakeAgentRunRepository _runs = new();

    [Fact]
    public void Route_WhenAPersonWrites_QueuesARunForEachAgentThatAnswersAlways()
    {
        Route(Ids.Ada, ActorKind.User, null, Listeners.Of(Ids.Eliza, ReplyPolicy.Always), Listeners.Of(Ids.OtherAgent, ReplyPolicy.Always));

        _runs.Runs.Select(run => (run.AgentId, run.ChannelId, run.MessageId, run.CreatedAt))
            .ShouldBe([(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now), (Ids.OtherAgent, Ids.Channel, Ids.Message, Times.Now)]);
    }

    [Fact]
    public void Route_WhenSeveralAgentsWaitToBeCalled_QueuesForTheAddresseeAlone()
    {
        Route(Ids.Ada, ActorKind.User, Ids.OtherAgent, Listeners.Of(Ids.Eliza), Listeners.Of(Ids.OtherAgent));

        _runs.Runs.Select(run => run.AgentId).ShouldBe([Ids.OtherAgent]);
    }

    [Fact]
    public void Route_WhenTheOtherAgentIsStopped_TakesTheFirstForTheOnlyOne()
    {
        Route(Ids.Ada, ActorKind.User, null, Listeners.Of(Ids.Eliza), Listeners.Of(Ids.OtherAgent) with { IsActive = false });

        _runs.Runs.Select(run => run.AgentId).ShouldBe([Ids.Eliza]);
    }

    [Fact]
    public void Route_WhenTheAgentFetchesItsRuns_LeavesTheRunToIt()
    {
        Route(Ids.Ada, ActorKind.User, null, Listeners.Of(Ids.Eliza) with { FetchesRuns = true });

        _runs.Runs.ShouldHaveSingleItem().IsFetched.ShouldBeTrue();
    }

    [Fact]
    public void Route_WhenAnAgentWrites_QueuesNothing()
    {
        Route(Ids.Eliza, ActorKind.Agent, null, Listeners.Of(Ids.Eliza), Listeners.Of(Ids.OtherAgent));

        _runs.Runs.ShouldBeEmpty();
    }

    private void Route(ActorId author, ActorKind kind, ActorId? addressee, params Listener[] agents) => new RunRouter(_runs, new ManualTimeProvider())
        .Route(new MessagePosted(Ids.Message, Ids.Channel, author, kind, []), ChannelType.Text, agents, addressee);
}
