using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>Requests that are carried out first: only when their commit fails, or they themselves do, they are looked up.</summary>
public sealed class RarelyRepeatedRequestsTests
{
    private static readonly Error Gone = new("Test.Gone", ErrorKind.NotFound, "It is gone", "It was there before");

    private readonly AnswerTable _table = new();
    private readonly ManualTimeProvider _time = new();
    private readonly RequestKey _key = new() { Value = IdempotencyKey.Create("key").Value };
    private int _runs;

    [Fact]
    public async Task Handle_WhenTheKeyIsNew_CostsNoLookUp()
    {
        await ShouldAnswerAsync("run 1", replayed: false);

        (_table.LookUps, _runs).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Handle_WhenTheKeyIsTaken_LooksItUpInTheSecondRunAndReplays()
    {
        await ShouldAnswerAsync("run 1", replayed: false);

        await ShouldAnswerAsync("run 1", replayed: true);

        (_table.LookUps, _runs, _table.Commits).ShouldBe((1, 2, 2));
    }

    [Fact]
    public async Task Handle_WhenTheKeyIsTakenByOtherContents_IsAMismatch()
    {
        await ShouldAnswerAsync("run 1", replayed: false);

        (await SendAsync(new RarelyRepeatedCommand("other"))).ShouldFail("Idempotency.OtherRequest").Kind.ShouldBe(ErrorKind.IdempotencyMismatch);

        (_key.WasReplayed, _table.Rows.Count).ShouldBe((false, 1));
    }

    [Fact]
    public async Task Handle_WhenTheAnswerHasExpired_RunsAgainAndReplacesIt()
    {
        await ShouldAnswerAsync("run 1", replayed: false);
        _time.Advance(StoredAnswer.Lifetime);

        await ShouldAnswerAsync("run 3", replayed: false);
        await ShouldAnswerAsync("run 3", replayed: true);

        _table.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenItFailsButSucceededBefore_Replays()
    {
        await ShouldAnswerAsync("run 1", replayed: false);

        (await SendAsync(new RarelyRepeatedCommand(), () => Gone)).ShouldSucceed().ShouldBe("run 1");

        (_key.WasReplayed, _table.LookUps, _table.Commits).ShouldBe((true, 1, 1));
    }

    [Fact]
    public async Task Handle_WhenItFails_IsTheFailureAndBurnsNoKey()
    {
        (await SendAsync(new RarelyRepeatedCommand(), () => Gone)).Error.ShouldBe(Gone);

        await ShouldAnswerAsync("run 2", replayed: false);
    }

    [Fact]
    public async Task Handle_WhenTheCommitIsRefusedAsTaken_LooksInTheSecondRun()
    {
        await ShouldAnswerAsync("run 1", replayed: false);
        _table.Refuses = CommonErrors.Conflict;

        await ShouldAnswerAsync("run 1", replayed: true);
    }

    [Fact]
    public async Task Handle_OfTheNextRequestInTheScope_TakesItForNewAgain()
    {
        await ShouldAnswerAsync("run 1", replayed: false);
        await ShouldAnswerAsync("run 1", replayed: true);
        (_key.Value, _key.WasReplayed) = (IdempotencyKey.Create("next").Value, false);

        await ShouldAnswerAsync("run 3", replayed: false);

        _table.LookUps.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenItIsAnyOtherCommand_LooksFirst()
    {
        (await SendAsync(new RepeatableCommand())).ShouldSucceed();
        (await SendAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe("run 1");

        (_table.LookUps, _runs, _table.Commits).ShouldBe((2, 1, 1));
    }

    private async Task ShouldAnswerAsync(string answer, bool replayed)
    {
        _key.WasReplayed = false;
        (await SendAsync(new RarelyRepeatedCommand())).ShouldSucceed().ShouldBe(answer);
        _key.WasReplayed.ShouldBe(replayed);
    }

    /// <summary>Through both behaviours, as the pipeline has them.</summary>
    private Task<Result<string>> SendAsync<TCommand>(TCommand command, Func<Result<string>>? handle = null) where TCommand : ICommand<string>, IIdempotent
    {
        var caller = Callers.Ada.Calls();
        var idempotency = new IdempotencyBehaviour<TCommand, Result<string>>(_key, caller, new IdempotencyStore(caller, _table, _key, _time), new FakeSeal());
        var work = new UnitOfWorkBehaviour<TCommand, Result<string>>(_table, _key, new EventAnnouncer(new FakeMediator(), new FakeLogger<EventAnnouncer>()));
        var token = TestContext.Current.CancellationToken;
        return work.Handle(command, token, () => idempotency.Handle(command, token, () =>
        {
            _runs++;
            return Task.FromResult(handle is null ? $"run {_runs}" : handle());
        }));
    }

    /// <summary>The table of answers with its primary key, and the unit of work that writes to it.</summary>
    private sealed class AnswerTable : IStoredAnswerRepository, IUnitOfWork
    {
        private readonly List<StoredAnswer> _added = [];

        public Dictionary<AnswerId, StoredAnswer> Rows { get; } = [];

        public int LookUps { get; private set; }

        public int Commits { get; private set; }

        /// <summary>What else is taken, which the database may find first; null for nothing.</summary>
        public Error? Refuses { get; set; }

        public Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken)
        {
            LookUps++;
            return Task.FromResult(Rows.GetValueOrDefault(id));
        }

        public Task<Commit> CommitAsync(CancellationToken cancellationToken)
        {
            Commits++;
            var (added, refused) = (_added.ToList(), Refuses);
            _added.Clear();
            if (refused is not null) return Task.FromResult(Commit.Refused(refused));
            if (added.Exists(answer => Rows.ContainsKey(answer.Id))) return Task.FromResult(Commit.Stale);
            foreach (var answer in added) Rows.Add(answer.Id, answer);
            return Task.FromResult(Commit.Saved([]));
        }

        public Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken)
        {
            Discard();
            return Task.FromResult<Commit?>(null);
        }

        public void Discard() => _added.Clear();

        public void Add(StoredAnswer answer) => _added.Add(answer);

        public void Attach(StoredAnswer answer) => Rows[answer.Id].ShouldBe(answer);

        public Task<IReadOnlyList<StoredAnswer>> ClaimAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Remove(StoredAnswer answer) => throw new NotSupportedException();
    }
}
