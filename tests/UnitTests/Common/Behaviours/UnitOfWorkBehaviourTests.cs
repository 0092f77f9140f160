using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Idempotency;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class UnitOfWorkBehaviourTests
{
    private static readonly RunQueued Event = new(new AgentRunId(Ids.Lease), Ids.Eliza, Ids.Channel);

    private readonly List<string> _story = [];
    private readonly Queue<Commit> _commits = new();
    private readonly RequestKey _key = new();
    private readonly FakeMediator _mediator = new();
    private readonly FakeLogger<EventAnnouncer> _logger = new();

    public UnitOfWorkBehaviourTests() => _mediator.React = notification => _story.Add($"announce {notification.GetType().GenericTypeArguments[0].Name}");

    [Fact]
    public async Task Handle_WhenSuccessful_CommitsThenAnnounces()
    {
        _commits.Enqueue(Commit.Saved([Event]));

        (await HandleAsync("done")).ShouldSucceed().ShouldBe("done");

        _story.ShouldBe(["handle", "commit", "announce RunQueued"]);
        _mediator.Published.ShouldBe([new Committed<RunQueued>(Event)]);
    }

    [Fact]
    public async Task Handle_WhenTheAnswerIsOfOld_SavesNothingOfThisRun()
    {
        _key.WasReplayed = true;

        (await HandleAsync("done before")).ShouldSucceed().ShouldBe("done before");

        _story.ShouldBe(["handle", "discard"]);
    }

    [Fact]
    public async Task Handle_WhenTheHandlerFailed_DiscardsAndAnnouncesNothing()
    {
        (await HandleAsync(Error.Rule("Test.Wrong", "must be right"))).ShouldFail("Test.Wrong");

        _story.ShouldBe(["handle", "discard"]);
    }

    [Fact]
    public async Task Handle_WhenRefused_AnswersTheReasonAndTriesOnce()
    {
        _commits.Enqueue(Commit.Refused(CommonErrors.Conflict));

        (await HandleAsync("done")).Error.ShouldBe(CommonErrors.Conflict);

        _story.ShouldBe(["handle", "commit"]);
    }

    [Fact]
    public async Task Handle_WhenStale_RunsAgainAndAnnouncesOnce()
    {
        foreach (var commit in new[] { Commit.Stale, Commit.Stale, Commit.Stale, Commit.Stale, Commit.Saved([Event]) }) _commits.Enqueue(commit);

        (await HandleAsync("done")).ShouldSucceed();

        _story.ShouldBe(["handle", "commit", "handle", "commit", "handle", "commit", "handle", "commit", "handle", "commit", "announce RunQueued"]);
    }

    [Fact]
    public async Task Handle_WhenStaleFiveTimes_IsBusy()
    {
        for (var attempt = 1; attempt <= 6; attempt++) _commits.Enqueue(Commit.Stale);

        (await HandleAsync("done")).Error.ShouldBe(CommonErrors.Busy);

        _story.Count(step => step == "handle").ShouldBe(5);
        _mediator.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheSecondRunFails_AnswersItsError()
    {
        _commits.Enqueue(Commit.Stale);

        (await HandleAsync("done", Error.Rule("Test.Gone", "must be there"))).ShouldFail("Test.Gone");

        _story.ShouldBe(["handle", "commit", "handle", "discard"]);
    }

    [Fact]
    public async Task Handle_WhenAReactionThrows_SucceedsAndTellsTheOthers()
    {
        _commits.Enqueue(Commit.Saved([Event, new RunEnded(Event.RunId, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Completed)]));
        _mediator.React += notification =>
        {
            if (notification is Committed<RunQueued>) throw new InvalidOperationException("A reaction's bug.");
        };

        (await HandleAsync("done")).ShouldSucceed();

        _story.ShouldBe(["handle", "commit", "announce RunQueued", "announce RunEnded"]);
        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("A reaction to RunQueued failed; what it announces is committed");
    }

    [Fact]
    public async Task Handle_WhenTheHandlerThrows_DiscardsAndCommitsNothing()
    {
        var behaviour = new UnitOfWorkBehaviour<TestCommand, Result<string>>(new UnitOfWork(_story, _commits), _key, new EventAnnouncer(_mediator, _logger));

        await Should.ThrowAsync<TimeoutException>(
            behaviour.Handle(new TestCommand(), TestContext.Current.CancellationToken, () => throw new TimeoutException()));

        _story.ShouldBe(["break off"]);
    }

    [Fact]
    public async Task Handle_WhenAStatementOfTheHandlersWasOutrun_RunsAgain()
    {
        _commits.Enqueue(Commit.Saved([Event]));
        var runs = 0;
        var behaviour = new UnitOfWorkBehaviour<TestCommand, Result<string>>(new UnitOfWork(_story, _commits) { Outrun = Commit.Stale }, _key, new EventAnnouncer(_mediator, _logger));

        (await behaviour.Handle(new TestCommand(), TestContext.Current.CancellationToken, () =>
            ++runs < 3 ? throw new TimeoutException() : Task.FromResult<Result<string>>("done"))).ShouldSucceed();

        _story.ShouldBe(["break off", "break off", "commit", "announce RunQueued"]);
    }

    [Fact]
    public async Task Handle_WhenItWasOutrunAndNoTurnComes_IsBusy()
    {
        var behaviour = new UnitOfWorkBehaviour<TestCommand, Result<string>>(
            new UnitOfWork(_story, _commits) { Outrun = Commit.Refused(CommonErrors.Busy) }, _key, new EventAnnouncer(_mediator, _logger));

        (await behaviour.Handle(new TestCommand(), TestContext.Current.CancellationToken, () => throw new TimeoutException())).Error.ShouldBe(CommonErrors.Busy);
    }

    /// <summary>The handler answers one after the other, and the last one from then on.</summary>
    private Task<Result<string>> HandleAsync(params Result<string>[] responses)
    {
        var next = 0;
        var behaviour = new UnitOfWorkBehaviour<TestCommand, Result<string>>(new UnitOfWork(_story, _commits), _key, new EventAnnouncer(_mediator, _logger));
        return behaviour.Handle(new TestCommand(), TestContext.Current.CancellationToken, () =>
        {
            _story.Add("handle");
            return Task.FromResult(responses[Math.Min(next++, responses.Length - 1)]);
        });
    }

    private sealed class UnitOfWork(List<string> story, Queue<Commit> commits) : IUnitOfWork
    {
        public Task<Commit> CommitAsync(CancellationToken cancellationToken)
        {
            story.Add("commit");
            return Task.FromResult(commits.Dequeue());
        }

        /// <summary>What an exception means; null for nothing.</summary>
        public Commit? Outrun { get; init; }

        public Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken)
        {
            story.Add("break off");
            return Task.FromResult(Outrun);
        }

        public void Discard() => story.Add("discard");
    }
}
