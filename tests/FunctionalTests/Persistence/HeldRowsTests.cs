using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Eliza.FunctionalTests.Fixtures.ServerUnits;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Rows and locks that somebody else holds: whoever needs them waits, for a while, and whoever needs others does not.</summary>
[Trait("Database", "Once")]
public sealed class HeldRowsTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IAsyncLifetime
{
    private const string HoldTheTurn = "SELECT pg_advisory_xact_lock(1164732794, 2)";
    private const string HoldTheAgents = "SELECT pg_advisory_xact_lock(1164732794, 1)";

    private ServerUnits _units = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _units = await ServerUnits.CreateAsync(cluster);

    public async ValueTask DisposeAsync()
    {
        if (_units is not null) await _units.DisposeAsync();
    }

    [Fact]
    public async Task AHeldChannel_HoldsUpNobodyElse_AndItsMessagesKeepTheirOrder()
    {
        var (held, free) = (await _units.OpenAsync(), await _units.OpenAsync());
        await using var other = await _units.TransactionAsync(Lock(held));
        var waiting = Enumerable.Range(0, 6).Select(_ => Said(held)).ToList();
        var units = waiting.Select(message => _units.Unit(message)).ToList();
        var quick = Enumerable.Range(0, 2).Select(_ => _units.Unit(Said(free))).ToList();

        await _units.SaveAsync(units[0], quick[0], units[1]);
        await _units.BlockedAsync();
        await _units.SaveAsync(units[2], quick[1], units[3]);
        foreach (var unit in quick) (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        units.ShouldAllBe(unit => !unit.WhenDone.IsCompleted);
        await other.CommitAsync(Token);
        await Task.WhenAll(units[..4].Select(unit => unit.WhenDone));
        await _units.SaveAsync(units[4], units[5]);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).ShouldAllBe(commit => commit.Outcome == CommitOutcome.Saved);
        var stored = await _units.StoredAsync(held);
        stored.Select(message => message.Id).ShouldBe(waiting.Select(message => message.Id));
        stored.Select(message => message.Stamp).ShouldBe([1L, 2L, 3L, 4L, 5L, 6L]);
    }

    [Fact]
    public async Task AChannel_ThatIsHeldForGood_RefusesItsUnitsAlone()
    {
        var (held, free) = (await _units.OpenAsync(), await _units.OpenAsync());
        await using var other = await _units.TransactionAsync(Lock(held));
        List<CommitUnit> units = [_units.Unit(Said(held)), _units.Unit(Said(free))];

        await _units.SaveAsync(units);

        (await units[1].WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        (await units[0].WhenDone).Error.ShouldBe(CommonErrors.Busy);
        await other.CommitAsync(Token);
        var next = _units.Unit(Said(held));
        await _units.SaveAsync(next);
        (await next.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    /// <summary>Else whoever changes an agent would wait for the channel too, and behind it all who look at agents, on all nodes.</summary>
    [Fact]
    public async Task AUnit_ThatWaitsForAChannel_HoldsNothingThatOthersNeed()
    {
        var (held, free) = (await _units.OpenAsync(), await _units.OpenAsync());
        await using var other = await _units.TransactionAsync(Lock(held));
        var unit = await OnAgentsAsync(Said(held), Said(free));
        await _units.SaveAsync(unit);
        await _units.BlockedAsync();

        await using (await _units.TransactionAsync($"SET lock_timeout = 2000; {HoldTheAgents}; {Lock(free)}"))
        {
            unit.WhenDone.IsCompleted.ShouldBeFalse();
        }

        await other.CommitAsync(Token);
        (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    [Fact]
    public async Task Agents_WhileSomebodyChangesThem_HoldUpNobodyWhoDoesNotLookAtThem()
    {
        var channel = await _units.OpenAsync();
        var (looks, other) = (await OnAgentsAsync(Said(channel)), _units.Unit(Said(channel)));
        await using var change = await _units.TransactionAsync(HoldTheAgents);

        await _units.SaveAsync(looks, other);

        (await other.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        looks.WhenDone.IsCompleted.ShouldBeFalse();
        await change.CommitAsync(Token);
        (await looks.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    [Fact]
    public async Task ASession_ThatSomebodyHolds_HoldsUpNobodyElse()
    {
        var channel = await _units.OpenAsync();
        var beat = ServerUnits.Unit(await TouchedAsync(channel, DateTimeOffset.UtcNow));
        await using var other = await _units.TransactionAsync("SELECT 1 FROM \"Sessions\" FOR UPDATE");
        var quick = _units.Unit(Said(channel));

        await _units.SaveAsync(beat, quick);

        (await quick.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        beat.WhenDone.IsCompleted.ShouldBeFalse();
        await other.CommitAsync(Token);
        (await beat.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    [Fact]
    public async Task ACaller_WhoGoesWhileTheUnitWaits_LeavesNothingBehind()
    {
        var held = await _units.OpenAsync();
        await using var other = await _units.TransactionAsync(Lock(held));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (gone, stays) = (_units.Unit(Said(held)), _units.Unit(Said(held)));
        var committer = _units.Get<Committer>();
        var commits = (committer.CommitAsync(gone, caller.Token), committer.CommitAsync(stays, Token));
        await _units.BlockedAsync();

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(commits.Item1);
        await other.CommitAsync(Token);

        (await commits.Item2).Outcome.ShouldBe(CommitOutcome.Saved);
        (await _units.StoredAsync(held)).ShouldHaveSingleItem();
    }

    /// <summary>Where others write too a row is often held for a moment: to save each such unit apart would cost a transaction each.</summary>
    [Fact]
    public async Task AUnit_ThatIsPassedOver_ComesIntoTheNextBatchFirst()
    {
        var held = await _units.OpenAsync();
        await using var other = await _units.TransactionAsync(Lock(held));
        List<CommitUnit> units = [_units.Unit(Said(held)), _units.Unit(Said(held))];
        var batch = _units.Get<IUnitBatch>();

        var again = await Task.Run(() => batch.Save(units), Token);
        again.ShouldBe(units);
        await other.CommitAsync(Token);
        (await Task.Run(() => batch.Save(again), Token)).ShouldBeEmpty();

        units.ShouldAllBe(unit => unit.WhenDone.IsCompletedSuccessfully);
        (await _units.TransactionsAsync(held)).ShouldBe(1);
    }

    [Fact]
    public async Task Shutdown_WhileUnitsWaitForAChannel_SavesThemFirst()
    {
        var held = await _units.OpenAsync();
        await using var other = await _units.TransactionAsync(Lock(held));
        var unit = _units.Unit(Said(held));
        await _units.SaveAsync(unit);
        await _units.BlockedAsync();

        var ending = Task.Run(_units.Get<Committer>().Dispose, Token);
        (await Task.WhenAny(ending, Task.Delay(100, Token))).ShouldNotBe(ending);
        await other.CommitAsync(Token);
        await ending;

        unit.WhenDone.IsCompletedSuccessfully.ShouldBeTrue();
        (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
    }

    /// <summary>Others were told that the session is over while its heartbeat waited: what was decided before holds no more.</summary>
    [Fact]
    public async Task ASession_WhoseTimeCameWhileItsUnitWaited_IsNotRenewed()
    {
        var (channel, now) = (await _units.OpenAsync(), DateTimeOffset.UtcNow);
        var scope = await TouchedAsync(channel, now);
        await using var other = await _units.TransactionAsync(Lock(channel));
        var unit = ServerUnits.Unit(scope, Said(channel));

        await _units.SaveAsync(unit);
        await _units.BlockedAsync();
        _units.Clock.Late = TimeSpan.FromHours(1);
        await other.CommitAsync(Token);

        (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Stale);
    }

    /// <inheritdoc cref="ASession_WhoseTimeCameWhileItsUnitWaited_IsNotRenewed"/>
    [Fact]
    public async Task ASession_WhoseTimeCameWhileItsUnitWaitedAlone_IsNotRenewed()
    {
        var (channel, now) = (await _units.OpenAsync(), DateTimeOffset.UtcNow);
        var scope = await TouchedAsync(channel, now);
        await using var other = await _units.TransactionAsync(Lock(channel));
        scope.GetRequiredService<NewRows>().Add(Said(channel));
        (await scope.GetRequiredService<WriteTransaction>().TryTakeTurnAsync(Token)).ShouldBeTrue();

        var saving = scope.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        await _units.BlockedAsync();
        _units.Clock.Late = TimeSpan.FromHours(1);
        await other.CommitAsync(Token);

        (await saving).Outcome.ShouldBe(CommitOutcome.Stale);
    }

    [Fact]
    public async Task AnotherNodesTurn_WhileItIsWaitedFor_KeepsNobodyHereFromWriting()
    {
        var channel = await _units.OpenAsync();
        await using var other = await _units.TransactionAsync(HoldTheTurn);
        var outrun = _units.Scope().GetRequiredService<WriteTransaction>();

        var waiting = outrun.TryTakeTurnAloneAsync(Token);
        await _units.BlockedAsync();
        var unit = _units.Unit(Said(channel));
        (await _units.Get<Committer>().CommitAsync(unit, Token)).Outcome.ShouldBe(CommitOutcome.Saved);
        using (var place = await _units.Get<WriteGate>().TryEnterAsync(Token)) place.ShouldNotBeNull();
        await other.CommitAsync(Token);

        (await waiting).ShouldBeTrue();
        outrun.IsAlone.ShouldBeTrue();
        _units.Get<WriteGate>().TryEnter().ShouldBeNull();
    }

    /// <summary>It waits for longer than anybody waits for a lock; then its place is another's at once, not when its request ends.</summary>
    [Fact]
    public async Task ATurn_ThatDoesNotCome_IsBusyAndKeepsNoPlace()
    {
        await using var other = await _units.TransactionAsync(HoldTheTurn);
        var scope = _units.Scope();
        var work = scope.GetRequiredService<IUnitOfWork>();
        var deadlock = new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);

        (await work.BreakOffAsync(deadlock, Token)).ShouldBe(Commit.Stale);
        (await work.BreakOffAsync(deadlock, Token)).ShouldNotBeNull().Error.ShouldBe(CommonErrors.Busy);

        scope.GetRequiredService<WriteTransaction>().HasTurn.ShouldBeFalse();
        var gate = _units.Get<WriteGate>();
        using var first = (await gate.TryEnterFirstAsync(Token)).ShouldNotBeNull();
        (await gate.TryBeAloneAsync(first, Token)).ShouldBeTrue();
        (await work.BreakOffAsync(new InvalidOperationException("A mistake of ours."), Token)).ShouldBeNull();
    }

    /// <summary>As after a restart of the database: the pool's connections are broken, and nobody reading is to notice.</summary>
    [Fact]
    public async Task History_WhenTheConnectionsBroke_IsReadOverOthers()
    {
        var channel = await _units.OpenAsync();
        var message = Said(channel);
        await _units.SaveAsync(_units.Unit(message));
        var history = _units.Scope().GetRequiredService<IChannelMessages>();
        (await history.ListAsync(channel, new HistoryWindow(null, null), 10, 0, Token)).Total.ShouldBe(1);

        await BreakAsync();
        (await history.ListAsync(channel, new HistoryWindow(null, null), 10, 0, Token)).Messages.ShouldHaveSingleItem();
        (await history.ListAsync(channel, new HistoryWindow(null, null), 10, 5, Token)).Total.ShouldBe(1);
        await BreakAsync();
        (await history.FindStampAsync(channel, message.Id, Token)).ShouldBe(1);
    }

    /// <summary>A unit that was decided on the agents as they are.</summary>
    private async Task<CommitUnit> OnAgentsAsync(params Message[] messages)
    {
        var scope = _units.Scope();
        scope.GetRequiredService<Premises>().AddAgents(await scope.GetRequiredService<ElizaDbContext>().FindAgentsRevisionAsync());
        return ServerUnits.Unit(scope, messages);
    }

    private async Task BreakAsync()
    {
        await using var other = await _units.TransactionAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /// <summary>A scope in which a heartbeat has renewed a session.</summary>
    private async Task<IServiceProvider> TouchedAsync(ChannelId channel, DateTimeOffset now)
    {
        var opening = _units.Db();
        var timeouts = new SessionTimeouts(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(720), TimeSpan.FromMinutes(5), AutoRenew: true);
        opening.Add(Session.Open(SessionId.New(now), channel, ActorId.From("agent"), ActorId.From("ada"), "owner", Metadata.Empty, timeouts, now));
        await opening.SaveChangesAsync(Token);
        var scope = _units.Scope();
        (await scope.GetRequiredService<ElizaDbContext>().Sessions.SingleAsync(Token)).Touch(now.AddMinutes(1)).Value.ShouldBeTrue();
        return scope;
    }
}
