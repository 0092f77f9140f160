using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

/// <summary>What a follower is told, and when.</summary>
public sealed class ReplyFollowerTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly ReplyState Running = new(AgentRunStatus.Running, null);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeReplyFinder _replies = new() { State = Running };
    private readonly Hints _hints;
    private readonly ReplyDrafts _drafts;

    public ReplyFollowerTests()
    {
        _hints = new Hints(_time);
        _drafts = new ReplyDrafts(_hints);
    }

    public static TheoryData<AgentRunStatus, bool> WithoutReply => new()
    {
        { AgentRunStatus.Failed, true }, { AgentRunStatus.Failed, false }, { AgentRunStatus.Ignored, false }, { AgentRunStatus.Completed, false },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_WhileTheAgentWrites_TellsEachPieceAndThenThatItIsDone()
    {
        await using var following = Follow();
        var first = following.NextAsync();
        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        (await first).ShouldBe(new ReplyChunk(0, "Please"));
        var second = following.NextAsync();
        _drafts.Append(Asked, Ids.Answer, 1, " go");
        (await second).ShouldBe(new ReplyChunk(1, " go"));
        var third = following.NextAsync();

        _drafts.End(Asked, 1);
        Say("Please go on");

        (await third).ShouldBe(new ReplyChunk(2, " on"));
        (await following.NextAsync()).ShouldBe(Done("Please go on"));
        await following.ShouldEndAsync();
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Follow_WhenAllWasWritten_TellsNothingTwice()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Please go on");
        await using var following = Follow();
        (await following.NextAsync()).ShouldBe(new ReplyChunk(0, "Please go on"));
        var next = following.NextAsync();

        Say("Please go on");

        (await next).ShouldBe(Done("Please go on"));
    }

    [Fact]
    public async Task Follow_FromTheMiddleOn_TellsAllSoFarWithoutAskingTheDatabase()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        _drafts.Append(Asked, Ids.Answer, 1, " go");
        await using var following = Follow();

        (await following.NextAsync()).ShouldBe(new ReplyChunk(0, "Please go"));

        _replies.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Follow_OfAReplyWithoutADraft_TellsTheWholeAsOneChunk()
    {
        await using var following = Follow();
        var first = following.NextAsync();

        Say("Please go on");

        (await first).ShouldBe(new ReplyChunk(0, "Please go on"));
        (await following.NextAsync()).ShouldBe(Done("Please go on"));
    }

    [Fact]
    public async Task Follow_OfAReplyThatIsThere_EndsAtOnce()
    {
        _replies.State = Answered("Please go on");
        await using var following = Follow(TimeSpan.Zero);

        (await following.NextAsync()).ShouldBe(new ReplyChunk(0, "Please go on"));
        (await following.NextAsync()).ShouldBe(Done("Please go on"));
        await following.ShouldEndAsync();
    }

    [Theory]
    [InlineData(2, "Yes, please")]
    [InlineData(2, "Let me think")]
    [InlineData(1, "Yes, please")]
    [InlineData(1, "Let")]
    public async Task Follow_WhenTheAgentIsAskedAnew_BeginsAnew(int attempt, string text)
    {
        await using var following = Follow();
        _drafts.Append(Asked, Ids.Answer, 1, "Let me think");
        await following.NextAsync();
        var next = following.NextAsync();
        _drafts.End(Asked, 1);

        _drafts.Append(Asked, Ids.Answer, attempt, text);

        (await next).ShouldBe(new ReplyChunk(0, text));
    }

    [Fact]
    public async Task Follow_WhenTheReplyIsAnotherThanTheDraft_BeginsAnewWithTheWhole()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Let me think");
        await using var following = Follow();
        await following.NextAsync();
        var next = following.NextAsync();

        Say("Let us");

        (await next).ShouldBe(new ReplyChunk(0, "Let us"));
        (await following.NextAsync()).ShouldBe(Done("Let us"));
    }

    [Theory]
    [MemberData(nameof(WithoutReply))]
    public async Task Follow_WhenTheRunEndsWithoutAReply_SaysThatThereIsNone(AgentRunStatus status, bool wroteBefore)
    {
        if (wroteBefore) _drafts.Append(Asked, Ids.Answer, 6, "Let me");
        await using var following = Follow();
        if (wroteBefore) await following.NextAsync();
        var next = following.NextAsync();

        _replies.State = new ReplyState(status, null);
        _hints.Give(ReplyTopic.Of(Asked.Conversation));

        (await next).ShouldBe(ReplyMissing.NoAnswer);
        await following.ShouldEndAsync();
    }

    [Fact]
    public async Task Follow_WhenNobodyWasAsked_SaysSoAtOnce()
    {
        _replies.State = new ReplyState(null, null);
        await using var following = Follow();

        (await following.NextAsync()).ShouldBe(ReplyMissing.NotAsked);
        await following.ShouldEndAsync();
    }

    [Fact]
    public async Task Follow_WhenTheMessageIsDeleted_SaysSo()
    {
        await using var following = Follow();
        var next = following.NextAsync();

        _replies.State = null;
        _hints.Give(ReplyTopic.Of(Asked.Conversation));

        (await next).ShouldBe(ReplyMissing.MessageGone);
    }

    [Fact]
    public async Task Follow_WhenNothingComesForTooLong_EndsSoLongAfterTheLastChunk()
    {
        await using var following = Follow();
        var first = following.NextAsync();
        _time.Advance(TimeSpan.FromMilliseconds(399));
        first.IsCompleted.ShouldBeFalse();
        _drafts.Append(Asked, Ids.Answer, 1, "Let me");
        await first;
        var next = following.NextAsync();
        _time.Advance(TimeSpan.FromMilliseconds(399));
        next.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await next).ShouldBe(ReplyMissing.Late);
        await following.ShouldEndAsync();
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Follow_WhenTheServerStops_SaysSo()
    {
        await using var following = Follow();
        var next = following.NextAsync();

        await _hints.StoppingAsync(Token);

        (await next).ShouldBe(ReplyMissing.ServerStopping);
        await following.ShouldEndAsync();
    }

    [Fact]
    public async Task Follow_WhenTheCallerIsGone_StopsAndLeavesNothingBehind()
    {
        using var gone = new CancellationTokenSource();
        await using var following = Follow(token: gone.Token);
        var next = following.NextAsync();

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(next);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Follow_WhenTheCallerStopsListening_LeavesNothingBehind()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Let me");
        var following = Follow();
        await following.NextAsync();
        _hints.Count.ShouldBe(1);

        await following.DisposeAsync();

        _hints.Count.ShouldBe(0);
    }

    private static ReplyState Answered(string text) => new(AgentRunStatus.Completed, new AgentReply(Ids.OtherMessage, text, new RawJson("{}"), Times.Now));

    private static ReplyDone Done(string text) => new(Answered(text).Reply!);

    private void Say(string text)
    {
        _replies.State = Answered(text);
        _hints.Give(ReplyTopic.Of(Asked.Conversation));
    }

    private Following Follow(TimeSpan? patience = null, CancellationToken? token = null) => new(
        new ReplyFollower(_replies, _drafts, _hints, _time).FollowAsync(Asked, patience ?? Patience, token ?? Token).GetAsyncEnumerator(Token));

    private sealed class Following(IAsyncEnumerator<ReplyEvent> events) : IAsyncDisposable
    {
        private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

        public async Task<ReplyEvent> NextAsync()
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(AtMost, Token)).ShouldBeTrue();
            return events.Current;
        }

        public async Task ShouldEndAsync() => (await events.MoveNextAsync().AsTask().WaitAsync(AtMost, Token)).ShouldBeFalse();

        public ValueTask DisposeAsync() => events.DisposeAsync();
    }
}
