using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Fixtures.ServerUnits;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Many units in one transaction of a database server, where others write too and connections break.</summary>
[Trait("Database", "Once")]
public sealed class ServerBatchTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IAsyncLifetime
{
    private ServerUnits _units = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _units = await ServerUnits.CreateAsync(cluster);

    public async ValueTask DisposeAsync()
    {
        if (_units is not null) await _units.DisposeAsync();
    }

    [Fact]
    public async Task APoisonedUnit_AmongGoodOnes_FailsAlone()
    {
        var channel = await _units.OpenAsync();
        var units = Enumerable.Range(0, 16).Select(i => _units.Unit(Said(channel, i == 5 ? null : "ada"))).ToList();

        await _units.SaveAsync(units);

        await Should.ThrowAsync<Exception>(units[5].WhenDone);
        foreach (var unit in units.Where((_, i) => i != 5)) (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        var stamps = (await _units.StoredAsync(channel)).Select(message => message.Stamp).ToList();
        stamps.ShouldBe(Enumerable.Range(1, 15).Select(i => (long)i));
        (await _units.Db().Channels.SingleAsync(row => row.Id == channel, Token)).MessageCount.ShouldBe(15);
    }

    [Fact]
    public async Task OneKey_OfTwoUnits_IsAnsweredOnce()
    {
        var channel = await _units.OpenAsync();
        var units = Enumerable.Range(0, 4).Select(i => _units.Unit(Said(channel), Answer(i is 1 or 2 ? "same" : $"{i}"))).ToList();

        await _units.SaveAsync(units);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Saved]);
        (await _units.StoredAsync(channel)).Count.ShouldBe(3);
        (await _units.TransactionsAsync(channel)).ShouldBe(1);
        (await _units.Db().StoredAnswers.CountAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task AKey_ThatHasItsAnswer_IsStaleAndUndoesNobodyElse()
    {
        var (earlier, channel) = (await _units.OpenAsync(), await _units.OpenAsync());
        await _units.SaveAsync(_units.Unit(Said(earlier), Answer("used")));
        var units = Enumerable.Range(0, 4).Select(i => _units.Unit(Said(channel), Answer(i is 2 ? "used" : $"{i}"))).ToList();

        await _units.SaveAsync(units);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Saved]);
        (await _units.TransactionsAsync(channel)).ShouldBe(1);
    }

    /// <summary>What the database gave to rows that were undone must not go along when they are written once more.</summary>
    [Fact]
    public async Task Units_ThatWereUndone_AreWrittenAsTheyCame()
    {
        var channel = await _units.OpenAsync();
        var message = Said(channel);
        var run = AgentRun.Queue(ActorId.From("agent"), channel, message.Id, DateTimeOffset.UnixEpoch);
        var unit = _units.Unit(message, run);
        var db = _units.Db();
        await using (await db.Database.BeginTransactionAsync(Token))
            await new UnitsTogether(db, new UnitLocks(db, _units.Get<IDatabaseLocks>()), TimeProvider.System, [unit]).WriteAsync();

        (message.Sequence, run.Sequence).ShouldBe((0, 0));
        await _units.SaveAsync(unit);
        (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    [Fact]
    public async Task OneSession_OfTwoUnits_IsChangedByOneOfThem()
    {
        var (channel, now) = (await _units.OpenAsync(), DateTimeOffset.UtcNow);
        var opening = _units.Db();
        var timeouts = new SessionTimeouts(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(720), TimeSpan.FromMinutes(5), AutoRenew: true);
        opening.Add(Session.Open(SessionId.New(now), channel, ActorId.From("agent"), ActorId.From("ada"), "owner", Metadata.Empty, timeouts, now));
        await opening.SaveChangesAsync(Token);
        var units = new List<CommitUnit>();
        for (var i = 1; i <= 3; i++)
        {
            var scope = _units.Scope();
            var db = scope.GetRequiredService<ElizaDbContext>();
            (await db.Sessions.SingleAsync(Token)).Touch(now.AddMinutes(i)).Value.ShouldBeTrue();
            units.Add(ServerUnits.Unit(scope, Said(channel)));
        }

        await _units.SaveAsync(units);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Stale]);
        (await _units.StoredAsync(channel)).Count.ShouldBe(1);
        (await _units.Db().Sessions.SingleAsync(Token)).LastActivityAt.ToUnixTimeMilliseconds().ShouldBe(now.AddMinutes(1).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task AChannel_DeletedUnderABatch_TakesItsUnitsAlongAlone()
    {
        var (kept, gone) = (await _units.OpenAsync(), await _units.OpenAsync());
        await using var other = await _units.TransactionAsync($"DELETE FROM \"Channels\" WHERE \"Id\" = '{gone.Value}'");
        List<CommitUnit> units = [_units.Unit(Said(kept)), _units.Unit(Said(gone)), _units.Unit(Said(kept))];

        var saving = _units.SaveAsync(units);
        await _units.BlockedAsync();
        await other.CommitAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Saved]);
        (await _units.StoredAsync(kept)).Count.ShouldBe(2);
    }

    /// <summary>The database undoes the one of the two that notices first; the other waits so long that it is the batch.</summary>
    [Fact]
    public async Task ABatch_ThatADeadlockUndoes_IsSavedWhenTheOtherHasEnded()
    {
        ChannelId[] channels = [.. new[] { await _units.OpenAsync(), await _units.OpenAsync() }.OrderBy(channel => channel.Value)];
        await using var other = await _units.TransactionAsync("SET deadlock_timeout = '60s'; " + Lock(channels[1]));
        var units = Enumerable.Range(0, 2).Select(_ => _units.Unit(channels.Select(channel => Said(channel)))).ToList();

        var saving = _units.SaveAsync(units);
        await _units.BlockedAsync();
        await CarryAsync(other, Lock(channels[0]));
        await other.CommitAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).ShouldAllBe(commit => commit.Outcome == CommitOutcome.Saved);
        foreach (var channel in channels) (await _units.StoredAsync(channel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AConnection_ThatBreaksBeforeTheCommit_IsReplaced()
    {
        var channel = await _units.OpenAsync();
        await using var other = await _units.TransactionAsync(Lock(channel));
        var units = Enumerable.Range(0, 3).Select(_ => _units.Unit(Said(channel))).ToList();

        var saving = _units.SaveAsync(units);
        await _units.BlockedAsync();
        await CarryAsync(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        await other.RollbackAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).ShouldAllBe(commit => commit.Outcome == CommitOutcome.Saved);
        (await _units.StoredAsync(channel)).Select(message => message.Stamp).ShouldBe([1L, 2L, 3L]);
    }
}
