using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class AwaitReplyBehaviourTests
{
    private static readonly Asked Answer = new(null) { Question = new Question(Ids.Message, Ids.Channel, Ids.Eliza) };

    private readonly ManualTimeProvider _time = new();
    private readonly FakeReplyFinder _replies = new()
    {
        State = new ReplyState(AgentRunStatus.Completed, new AgentReply(Ids.OtherMessage, "Please go on", new RawJson("{}"), Times.Now)),
    };

    [Fact]
    public async Task Handle_WhenThereIsAReply_PutsItIntoTheAnswer() => (await HandleAsync(Answer)).ShouldSucceed().Text.ShouldBe("Please go on");

    [Fact]
    public async Task Handle_WhenNobodyWasAsked_LooksForNothing()
    {
        (await HandleAsync(new Asked(null))).ShouldSucceed().Text.ShouldBeNull();

        _replies.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_WhenTheRequestFailed_LooksForNothing()
    {
        (await HandleAsync(CommonErrors.Forbidden)).ShouldFail(CommonErrors.Forbidden.Code);

        _replies.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_WhenNoReplyComesInTime_LeavesTheAnswerAsItIs()
    {
        _replies.State = new ReplyState(AgentRunStatus.Pending, null);
        var handling = HandleAsync(Answer);
        handling.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await handling).ShouldSucceed().ShouldBe(Answer);
    }

    [Fact]
    public async Task Handle_WhenTheCallerIsGone_LeavesTheAnswerAsItIs() =>
        (await HandleAsync(Answer, new CancellationToken(canceled: true))).ShouldSucceed().ShouldBe(Answer);

    private Task<Result<Asked>> HandleAsync(Result<Asked> response, CancellationToken? cancellationToken = null) =>
        new AwaitReplyBehaviour<Ask, Result<Asked>>(new ReplyWait(_replies, new Hints(_time), _time), new Patience()).Handle(
            new Ask(), cancellationToken ?? TestContext.Current.CancellationToken, () => Task.FromResult(response));

    private sealed record Ask : ICommand<Asked>, IAwaitsReply;

    private sealed record Asked(string? Text) : ITakesReply
    {
        public Question? Question { get; init; }

        public object With(AgentReply reply) => this with { Text = reply.Text };
    }

    private sealed class Patience : IReplyTimeout<Ask>
    {
        public TimeSpan AtMost => TimeSpan.FromSeconds(2);
    }
}
