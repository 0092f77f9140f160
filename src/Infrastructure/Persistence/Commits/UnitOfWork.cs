using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// One transaction per command. Units of the path of messages are saved by the committer, many in one transaction; all others alone, in
/// the writer's turn. Whoever is outrun twice keeps the turn, so that what its next run reads stays true until it is written: nobody is
/// outrun for ever.
/// </summary>
internal sealed partial class UnitOfWork(
    ElizaDbContext db, NewRows added, WriteTransaction transaction, Committer committer, Premises premises, Outdated outdated, IDatabaseFaults faults,
    IDatabaseLocks locks, TimeProvider time, ILogger<UnitOfWork> logger) : IUnitOfWork
{
    private int _timesOutrun;

    public async Task<Commit> CommitAsync(CancellationToken cancellationToken)
    {
        var commit = Commit.Saved([]);
        try
        {
            var unit = CommitUnit.Of(added, db, premises);
            if (transaction.IsOpen || !unit.IsEmpty) commit = await TryCommitAsync(unit, cancellationToken);
            if (commit.Outcome is CommitOutcome.Stale) commit = await PrepareNextRunAsync(commit, cancellationToken);
            return commit;
        }
        finally
        {
            Forget();
            if (commit.Outcome is not CommitOutcome.Stale) transaction.PassTheTurnOn();
        }
    }

    public void Discard()
    {
        Forget();
        transaction.PassTheTurnOn();
    }

    private void Forget()
    {
        added.Clear();
        db.ChangeTracker.Clear();
        premises.Clear();
        outdated.Forget();
    }

    private async Task<Commit> PrepareNextRunAsync(Commit stale, CancellationToken cancellationToken)
    {
        premises.Doubt();
        transaction.Undo();
        return ++_timesOutrun < 2 || await transaction.TryTakeTurnAloneAsync(cancellationToken) ? stale : Commit.Refused(CommonErrors.Busy);
    }

    private async Task<Commit> TryCommitAsync(CommitUnit unit, CancellationToken cancellationToken)
    {
        if (unit.IsOfThePathOfMessages && !transaction.HasTurn) return await committer.CommitAsync(unit, cancellationToken);
        if (!await transaction.TryTakeTurnAsync(cancellationToken)) return Commit.Refused(CommonErrors.Busy);
        if (unit.IsTooLate(time.GetUtcNow())) return Commit.Stale;
        try
        {
            return await TrySaveAsync(unit) ? Commit.Saved(unit.Events) : Commit.Stale;
        }
        catch (Exception exception) when (faults.Explain(exception) is { } refused)
        {
            if (refused.Error == CommonErrors.StorageUnavailable) StorageFailed(exception);
            return refused.Error == ChannelErrors.NameTaken && unit.MirrorsRooms && !transaction.IsAlone ? Commit.Stale : refused;
        }
    }

    /// <summary>
    /// Saves it, or finds that a channel is gone. Once begun a commit is not cancelled: the caller's going away must not leave it
    /// open whether it happened.
    /// </summary>
    private async Task<bool> TrySaveAsync(CommitUnit unit)
    {
        await transaction.OpenAsync(CancellationToken.None);
        var channels = await db.LockChannelsAsync([.. premises.Channels.Keys, .. unit.Additions.Select(added => added.Channel), .. outdated.FindTouched()]);
        var agents = premises.Agents is null ? (long?)null : await db.ShareAgentsAsync(locks);
        if (!premises.Hold(channels, agents)) return false;
        await outdated.RaiseAsync();
        if (!await db.TryStampAsync(unit.Additions, channels, time.GetUtcNow())) return false;
        db.AddRange(unit.Added);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    }

    [LoggerMessage(9, LogLevel.Error, "The database cannot be written")]
    private partial void StorageFailed(Exception exception);
}
