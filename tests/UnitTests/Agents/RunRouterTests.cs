using Eliza.Application.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunRouterTests
{
    private readonly FakeAgentRunRepository _runs = new();

    [Fact]
    public void Route_WhenAPersonWrites_QueuesARunForEachAgent()
    {
        Route(Ids.Ada, ActorKind.User);

        _runs.Runs.Select(run => (run.AgentId, run.ChannelId, run.MessageId, run.CreatedAt))
            .ShouldBe([(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now), (Ids.OtherAgent, Ids.Channel, Ids.Message, Times.Now)]);
    }

    [Fact]
    public void Route_WhenAnAgentWrites_QueuesNothing()
    {
        Route(Ids.Eliza, ActorKind.Agent);

        _runs.Runs.ShouldBeEmpty();
    }

    private void Route(ActorId author, ActorKind kind) => new RunRouter(_runs, new ManualTimeProvider())
        .Route(new MessagePosted(Ids.Message, Ids.Channel, author, kind, []), [Ids.Eliza, Ids.OtherAgent]);
}
