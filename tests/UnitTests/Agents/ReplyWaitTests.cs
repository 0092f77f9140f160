using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class ReplyWaitTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly AgentReply Reply = new(Ids.OtherMessage, "Please go on", new RawJson("{}"), Times.Now);
    private static readonly ReplyState Running = new(AgentRunStatus.Running, null);
    private static readonly ReplyState Completed = new(AgentRunStatus.Completed, Reply);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeReplyFinder _replies = new() { State = Running };
    private readonly Hints _hints;

    public ReplyWaitTests() => _hints = new Hints(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhenTheReplyIsThere_GivesItAtOnce()
    {
        _replies.State = Completed;

        (await WaitAsync(TimeSpan.Zero)).ShouldBe(Reply);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Wait_WhenTheAgentAnsweredButIsNotDone_GivesTheReplyAtOnce()
    {
        var wait = WaitAsync(AtMost);
        _replies.State = Running with { Reply = Reply };

        _hints.Give(ReplyTopic.Of(Asked.Conversation));

        (await wait).ShouldBe(Reply);
    }

    [Theory]
    [InlineData(AgentRunStatus.Failed)]
    [InlineData(AgentRunStatus.Ignored)]
    [InlineData(null)]
    public async Task Wait_WhenNoReplyWillCome_EndsAtOnce(AgentRunStatus? run)
    {
        _replies.State = new ReplyState(run, null);

        (await WaitAsync(AtMost)).ShouldBeNull();
    }

    [Fact]
    public async Task Wait_WhenTheMessageIsGone_EndsAtOnce()
    {
        _replies.State = null;

        (await WaitAsync(AtMost)).ShouldBeNull();
    }

    [Fact]
    public async Task Wait_WhenAHintComes_LooksAgain()
    {
        var wait = WaitAsync(AtMost);
        _replies.State = Completed;
        _hints.Give(ReplyTopic.Of(new Conversation(Ids.Eliza, Ids.OtherChannel)));
        _replies.Asked.ShouldBe(1);

        _hints.Give(ReplyTopic.Of(Asked.Conversation));

        (await wait).ShouldBe(Reply);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Wait_WhenAnotherNodeAnswers_FindsItWithinASecond()
    {
        var wait = WaitAsync(AtMost);
        _replies.State = Completed;

        _time.Advance(TimeSpan.FromSeconds(1));

        (await wait).ShouldBe(Reply);
    }

    [Fact]
    public async Task Wait_WhenTheTimeIsUp_LooksOnceMoreAndEnds()
    {
        var wait = WaitAsync(TimeSpan.FromMilliseconds(400));
        _time.Advance(TimeSpan.FromMilliseconds(399));
        wait.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await wait).ShouldBeNull();
        _replies.Asked.ShouldBe(2);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Wait_WhenTheCallerIsGone_StopsAndLeavesNothingBehind()
    {
        using var gone = new CancellationTokenSource();
        var wait = new ReplyWait(_replies, _hints, _time).WaitAsync(Asked, AtMost, gone.Token);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Wait_WhenTheServerStops_Ends()
    {
        var wait = WaitAsync(AtMost);

        await _hints.StoppingAsync(Token);

        (await wait).ShouldBeNull();
        (await WaitAsync(AtMost)).ShouldBeNull();
    }

    [Fact]
    public void Listen_BeyondTheLimit_IsNotKept()
    {
        List<IHint> listeners = [.. Enumerable.Range(0, Hints.MaxListeners + 5).Select(_ => _hints.Listen("topic"))];
        _hints.Count.ShouldBe(Hints.MaxListeners);

        foreach (var listener in listeners) listener.Dispose();

        _hints.Count.ShouldBe(0);
    }

    private Task<AgentReply?> WaitAsync(TimeSpan atMost) => new ReplyWait(_replies, _hints, _time).WaitAsync(Asked, atMost, Token);
}
