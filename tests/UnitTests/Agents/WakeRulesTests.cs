using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class WakeRulesTests
{
    [Fact]
    public void Wakes_WhenAPersonWrites_WakesEveryAgent() => Wakes(Ids.Ada, ActorKind.User).ShouldBeTrue();

    [Fact]
    public void Wakes_WhenTheAgentItselfWrites_DoesNot()
    {
        Wakes(Ids.Eliza, ActorKind.Agent).ShouldBeFalse();
        Wakes(Ids.Eliza, ActorKind.Agent, Ids.Eliza).ShouldBeFalse();
    }

    [Fact]
    public void Wakes_WhenAnotherAgentWrites_WakesTheMentionedOnly()
    {
        Wakes(Ids.OtherAgent, ActorKind.Agent).ShouldBeFalse();
        Wakes(Ids.OtherAgent, ActorKind.Agent, Ids.Bob).ShouldBeFalse();
        Wakes(Ids.OtherAgent, ActorKind.Agent, Ids.Bob, Ids.Eliza).ShouldBeTrue();
    }

    private static bool Wakes(ActorId author, ActorKind kind, params ActorId[] mentions) =>
        WakeRules.Wakes(new MessagePosted(Ids.Message, Ids.Channel, author, kind, mentions), Ids.Eliza);
}
