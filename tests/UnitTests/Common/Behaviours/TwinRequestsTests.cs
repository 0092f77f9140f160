using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>Two of the same request at once: the database lets one through.</summary>
public sealed class TwinRequestsTests
{
    private static readonly Error Taken = new("Test.Taken", ErrorKind.Conflict, "It is taken", "Somebody has it already");

    private readonly Queue<Commit> _commits = new();
    private readonly RequestKey _key = new() { Value = IdempotencyKey.Create("key").Value };
    private int _runs;

    [Fact]
    public async Task Handle_WhenARepeatableCommandMeetsAConflict_RunsOnceMore()
    {
        _commits.Enqueue(Commit.Refused(Taken));
        _commits.Enqueue(Commit.Saved([]));

        (await HandleAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe("run 2");
    }

    [Fact]
    public async Task Handle_WhenTheConflictStays_IsTheConflict()
    {
        _commits.Enqueue(Commit.Refused(Taken));
        _commits.Enqueue(Commit.Refused(Taken));

        (await HandleAsync(new RepeatableCommand())).Error.ShouldBe(Taken);

        _runs.ShouldBe(2);
    }

    [Fact]
    public async Task Handle_WhenTheConflictComesAfterAStaleRun_RunsOnceMoreAllTheSame()
    {
        foreach (var commit in new[] { Commit.Stale, Commit.Refused(Taken), Commit.Stale, Commit.Saved([]) }) _commits.Enqueue(commit);

        (await HandleAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe("run 4");
    }

    [Fact]
    public async Task Handle_WhenTwoConflictsComeAroundAStaleRun_IsTheConflict()
    {
        foreach (var commit in new[] { Commit.Refused(Taken), Commit.Stale, Commit.Refused(Taken) }) _commits.Enqueue(commit);

        (await HandleAsync(new RepeatableCommand())).Error.ShouldBe(Taken);
    }

    [Fact]
    public async Task Handle_WhenTheConflictComesLast_IsTheConflict()
    {
        foreach (var commit in new[] { Commit.Stale, Commit.Stale, Commit.Stale, Commit.Stale, Commit.Refused(Taken) }) _commits.Enqueue(commit);

        (await HandleAsync(new RepeatableCommand())).Error.ShouldBe(Taken);
    }

    [Fact]
    public async Task Handle_WhenTheCommandIsNotRepeatable_RunsOnce()
    {
        _commits.Enqueue(Commit.Refused(Taken));

        (await HandleAsync(new TestCommand())).Error.ShouldBe(Taken);

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenTheRequestHasNoKey_RunsOnce()
    {
        _key.Value = null;
        _commits.Enqueue(Commit.Refused(Taken));

        (await HandleAsync(new RepeatableCommand())).Error.ShouldBe(Taken);

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenItIsRefusedForAnotherReason_RunsOnce()
    {
        _commits.Enqueue(Commit.Refused(CommonErrors.StorageUnavailable));

        (await HandleAsync(new RepeatableCommand())).Error.ShouldBe(CommonErrors.StorageUnavailable);

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenTheTwinCommittedFirst_AnswersAsTheTwinAndStoresNothing()
    {
        var (requests, twin) = (new RepeatedRequests(), new RepeatedRequests());
        (await twin.SendAsync<RepeatableCommand, string>(new RepeatableCommand(), () => "twin")).ShouldSucceed();
        var work = new UnitOfWork(_commits, onCommit: () =>
        {
            // What the first run added is gone; the twin's answer is there.
            requests.Answers.Answers.Clear();
            requests.Answers.Answers.AddRange(twin.Answers.Answers);
        });
        _commits.Enqueue(Commit.Refused(CommonErrors.Conflict));
        _commits.Enqueue(Commit.Saved([]));

        var result = await BehaviourOf<RepeatableCommand>(work)
            .Handle(new RepeatableCommand(), TestContext.Current.CancellationToken, () => requests.SendAsync(new RepeatableCommand()));

        result.ShouldSucceed().ShouldBe("twin");
        (requests.Runs, requests.WasReplayed).ShouldBe((1, true));
        requests.Answers.Answers.ShouldBe(twin.Answers.Answers);
    }

    private UnitOfWorkBehaviour<TCommand, Result<string>> BehaviourOf<TCommand>(UnitOfWork work) where TCommand : ICommand =>
        new(work, _key, new EventAnnouncer(new FakeMediator(), new FakeLogger<EventAnnouncer>()));

    private Task<Result<string>> HandleAsync<TCommand>(TCommand command) where TCommand : ICommand =>
        BehaviourOf<TCommand>(new UnitOfWork(_commits, onCommit: () => { }))
            .Handle(command, TestContext.Current.CancellationToken, () => Task.FromResult<Result<string>>($"run {++_runs}"));

    private sealed class UnitOfWork(Queue<Commit> commits, Action onCommit) : IUnitOfWork
    {
        public Task<Commit> CommitAsync(CancellationToken cancellationToken)
        {
            onCommit();
            return Task.FromResult(commits.Dequeue());
        }

        public Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken) => Task.FromResult<Commit?>(null);

        public void Discard()
        {
        }
    }
}
