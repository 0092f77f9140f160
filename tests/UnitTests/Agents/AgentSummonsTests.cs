using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class AgentSummonsTests
{
    private static readonly Question Question = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly Listener Eliza = Listeners.Of(Ids.Eliza);

    private readonly FakeReplyFinder _replies = new() { State = new ReplyState(Run: null, Reply: null) };
    private readonly FakeAgentRunRepository _runs = new();

    [Fact]
    public async Task Call_WhenNotAskedYet_QueuesARun()
    {
        await CallAsync(Eliza);

        var run = _runs.Runs.ShouldHaveSingleItem();
        (run.AgentId, run.MessageId, run.ChannelId).ShouldBe((Ids.Eliza, Ids.Message, Ids.Channel));
    }

    [Theory]
    [InlineData(AgentRunStatus.Pending)]
    [InlineData(AgentRunStatus.Completed)]
    [InlineData(AgentRunStatus.Failed)]
    public async Task Call_WhenAskedBefore_QueuesNothing(AgentRunStatus run)
    {
        _replies.State = new ReplyState(run, null);
        await CallAsync(Eliza);
        _runs.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_WhenTheMessageIsGoneOrTheAgentDoesNotListen_QueuesNothing()
    {
        await CallAsync(Eliza with { IsMuted = true });
        await CallAsync(Eliza with { IsActive = false });
        _replies.State = null;
        await CallAsync(Eliza);
        _runs.Runs.ShouldBeEmpty();
    }

    private Task CallAsync(Listener agent) =>
        new AgentSummons(_replies, _runs, new ManualTimeProvider()).CallAsync(Question, agent, TestContext.Current.CancellationToken);
}
