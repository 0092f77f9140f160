using Eliza.Application.Agents;
using Eliza.Application.Agents.Reactions;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class ReactionTests
{
    private static readonly AgentRunId Run = new(Ids.Lease);

    [Fact]
    public async Task Handle_WhenRunIsQueuedOrEnded_RingsTheBell()
    {
        var signal = new CountedSignal();

        await new SignalWhenRunQueued(signal).Handle(
            new Committed<RunQueued>(new RunQueued(Run, Ids.Eliza, Ids.Channel)), TestContext.Current.CancellationToken);
        signal.Rings.ShouldBe(1);
        await new SignalWhenRunEnded(signal).Handle(
            new Committed<RunEnded>(new RunEnded(Run, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Failed)), TestContext.Current.CancellationToken);
        signal.Rings.ShouldBe(2);
    }

    [Theory]
    [InlineData(ActorKind.Agent, true)]
    [InlineData(ActorKind.User, false)]
    public async Task Handle_WhenAMessageIsPosted_WakesThoseWhoWaitForItsAuthorIfThatIsAnAgent(ActorKind author, bool wakes)
    {
        var hints = new GivenHints();

        await new HintWhenMessagePosted(hints).Handle(
            new Committed<MessagePosted>(new MessagePosted(Ids.Message, Ids.Channel, Ids.Eliza, author, [])), TestContext.Current.CancellationToken);

        hints.Topics.ShouldBe(wakes ? [ReplyTopic.Of(new Conversation(Ids.Eliza, Ids.Channel))] : []);
    }

    private sealed class CountedSignal : IRunSignal
    {
        public int Rings { get; private set; }

        public void Raise(Conversation conversation) => Rings += conversation == new Conversation(Ids.Eliza, Ids.Channel) ? 1 : 100;
    }
}
