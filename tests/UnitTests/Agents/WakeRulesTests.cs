using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class WakeRulesTests
{
    private static readonly Listener Eliza = Listeners.Of(Ids.Eliza);

    public static TheoryData<ChannelType> Types => [.. Enum.GetValues<ChannelType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Wakes_WhenAPersonWrites_WakesTheOnlyAgent(ChannelType channel) => Wakes(By(Ids.Ada, ActorKind.User), Eliza, channel).ShouldBeTrue();

    [Theory]
    [InlineData(ChannelType.Text, false)]
    [InlineData(ChannelType.Group, false)]
    [InlineData(ChannelType.Dm, true)]
    [InlineData(ChannelType.Voice, true)]
    public void Wakes_WhenSeveralAgentsShareTheChannel_WaitsInTextAndGroupsUntilItIsCalled(ChannelType channel, bool expected)
    {
        Wakes(By(Ids.Ada, ActorKind.User), Eliza, channel, agents: 2).ShouldBe(expected);
        Wakes(By(Ids.Ada, ActorKind.User, Ids.Eliza), Eliza, channel, agents: 2).ShouldBeTrue();
        Wakes(By(Ids.Ada, ActorKind.User), Eliza with { Policy = ReplyPolicy.Always }, channel, agents: 2).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Wakes_WhenMuted_AnswersOnlyWhoCallsIt(ChannelType channel)
    {
        var muted = Eliza with { IsMuted = true, Policy = ReplyPolicy.Always };
        Wakes(By(Ids.Ada, ActorKind.User), muted, channel).ShouldBeFalse();
        Wakes(By(Ids.Ada, ActorKind.User, Ids.Eliza), muted, channel).ShouldBeTrue();
    }

    [Fact]
    public void Wakes_WhenTheAgentItselfWrites_DoesNot()
    {
        Wakes(By(Ids.Eliza, ActorKind.Agent), Eliza).ShouldBeFalse();
        Wakes(By(Ids.Eliza, ActorKind.Agent, Ids.Eliza), Eliza).ShouldBeFalse();
    }

    [Fact]
    public void Wakes_WhenItIsStopped_DoesNot() => Wakes(By(Ids.Ada, ActorKind.User, Ids.Eliza), Eliza with { IsActive = false }).ShouldBeFalse();

    [Fact]
    public void Wakes_WhenAnotherAgentWrites_WakesTheMentionedOnly()
    {
        var always = Eliza with { Policy = ReplyPolicy.Always };
        Wakes(By(Ids.OtherAgent, ActorKind.Agent), always).ShouldBeFalse();
        Wakes(By(Ids.OtherAgent, ActorKind.Agent, Ids.Bob), always).ShouldBeFalse();
        Wakes(By(Ids.OtherAgent, ActorKind.Agent, Ids.Bob, Ids.Eliza), always).ShouldBeTrue();
    }

    [Fact]
    public void Wakes_WhenTheChainOfAgentsIsLong_EndsAtTheEighthLink()
    {
        Enumerable.Range(1, 12).Where(links => Wakes(By(Ids.OtherAgent, ActorKind.Agent, Ids.Eliza) with { Links = links }, Eliza)).ShouldBe(Enumerable.Range(1, 7));
    }

    private static MessagePosted By(ActorId author, ActorKind kind, params ActorId[] mentions) => new(Ids.Message, Ids.Channel, author, kind, mentions);

    private static bool Wakes(MessagePosted message, Listener agent, ChannelType channel = ChannelType.Text, int agents = 1) =>
        WakeRules.Wakes(message, channel, agent, agents);
}
