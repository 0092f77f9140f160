using Eliza.Application.Agents;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class CompleteRunTests
{
    private readonly AgentRun _run = AgentRunBuilder.Claimed();
    private readonly FakeAgentRunRepository _runs = new();
    private readonly FakeAgentMemoryRepository _memories = new();
    private readonly FakeAgentDirectory _agents = new();
    private readonly Poster _poster = new();

    public CompleteRunTests() => _runs.Add(_run);

    [Fact]
    public async Task Handle_WhenAnswered_PostsTheReplyAndCompletes()
    {
        (await HandleAsync(new AgentAnswer("How do you do?", null))).ShouldSucceed().ShouldBe(AgentRunStatus.Completed);

        _poster.Posted.ShouldBe([new Reply(_run.Id.AnswerId, Ids.Channel, Ids.Message, Ids.Eliza, DisplayName.From("Eliza"), "How do you do?")]);
        _run.ReplyId.ShouldBe(Ids.OtherMessage);
        _memories.Memories.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenThereIsNothingToSay_IgnoresAndStillRemembers()
    {
        (await HandleAsync(new AgentAnswer(null, "state"))).ShouldSucceed().ShouldBe(AgentRunStatus.Ignored);

        _poster.Posted.ShouldBeEmpty();
        _memories.Memories.ShouldHaveSingleItem().State.ShouldBe("state");
    }

    [Fact]
    public async Task Handle_WhenTheAgentIsGone_Ignores()
    {
        _agents.Agents.Clear();

        (await HandleAsync(new AgentAnswer("Hello", null))).ShouldSucceed().ShouldBe(AgentRunStatus.Ignored);

        _poster.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheMessageIsGone_Ignores()
    {
        _poster.ReplyId = null;

        (await HandleAsync(new AgentAnswer("Hello", null))).ShouldSucceed().ShouldBe(AgentRunStatus.Ignored);

        _run.ReplyId.ShouldBeNull();
    }

    [Fact]
    public async Task Handle_WhenTheLeaseIsLost_IsAConflictAndRemembersNothing()
    {
        (await HandleAsync(new AgentAnswer("Hello", "state"), Ids.OtherLease)).ShouldFail("AgentRun.LeaseLost").Kind.ShouldBe(ErrorKind.Conflict);
        (await HandleAsync(new AgentAnswer(null, "state"), Ids.OtherLease)).ShouldFail("AgentRun.LeaseLost");

        _run.Status.ShouldBe(AgentRunStatus.Running);
        _memories.Memories.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheAgentRemembersAlready_ReplacesItsMemoryOfTheChannel()
    {
        _memories.Add(AgentMemory.Begin(Ids.Eliza, Ids.Channel, "old"));
        _memories.Add(AgentMemory.Begin(Ids.Eliza, Ids.OtherChannel, "other"));

        (await HandleAsync(new AgentAnswer("Hello", "new"))).ShouldSucceed();

        _memories.Memories.Select(memory => memory.State).ShouldBe(["new", "other"]);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchRun_IsNotFound()
    {
        _runs.Runs.Clear();

        (await HandleAsync(new AgentAnswer("Hello", null))).ShouldFail("AgentRun.NotFound").Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Hello", true)]
    [InlineData(" ", false)]
    [InlineData("<script>", false)]
    public void Validate_WhenTheAnswerIsText_HoldsItToTheRulesOfAnyMessage(string? text, bool valid) =>
        new CompleteRunCommandValidator().Validate(new CompleteRunCommand(_run.Id, Ids.Lease, new AgentAnswer(text, null))).IsValid.ShouldBe(valid);

    private Task<Result<AgentRunStatus>> HandleAsync(AgentAnswer answer, Guid? lease = null) =>
        new CompleteRunCommandHandler(_runs, _memories, _agents, _poster, new ManualTimeProvider())
            .Handle(new CompleteRunCommand(_run.Id, lease ?? Ids.Lease, answer), TestContext.Current.CancellationToken);

    private sealed class Poster : IReplyPoster
    {
        public List<Reply> Posted { get; } = [];

        public MessageId? ReplyId { get; set; } = Ids.OtherMessage;

        public Task<MessageId?> PostAsync(Reply reply, CancellationToken cancellationToken)
        {
            Posted.Add(reply);
            return Task.FromResult(ReplyId);
        }
    }
}
