using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
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
        Commit? commit = null;
        try
        {
            var unit = CommitUnit.Of(added, db, premises);
            commit = transaction.IsOpen || !unit.IsEmpty ? await TryCommitAsync(unit, cancellationToken) : Commit.Saved([]);
        }
        finally
        {
            if (commit?.Outcome is not CommitOutcome.Stale) Discard();
        }
        return commit.Outcome is CommitOutcome.Stale ? await PrepareNextRunAsync(cancellationToken) : commit;
    }

    public async Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken)
    {
        if (faults.Explain(exception)?.Outcome is CommitOutcome.Stale) return await PrepareNextRunAsync(cancellationToken);
        Discard();
        return null;
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

    /// <summary>Who was outrun begins anew; the second time, alone. Whatever goes wrong here, the turn is not kept.</summary>
    private async Task<Commit> PrepareNextRunAsync(CancellationToken cancellationToken)
    {
        var isReady = false;
        try
        {
            premises.Doubt();
            transaction.Undo();
            isReady = ++_timesOutrun < 2 || await transaction.TryTakeTurnAloneAsync(cancellationToken);
            return isReady ? Commit.Stale : Commit.Refused(CommonErrors.Busy);
        }
        catch (Exception exception) when (Explain(exception) is { } refused)
        {
            return refused.Outcome is CommitOutcome.Stale ? Commit.Refused(CommonErrors.Busy) : refused;
        }
        finally
        {
            Forget();
            if (!isReady) transaction.PassTheTurnOn();
        }
    }

    private async Task<Commit> TryCommitAsync(CommitUnit unit, CancellationToken cancellationToken)
    {
        if (unit.IsOfThePathOfMessages && !transaction.HasTurn) return await committer.CommitAsync(unit, cancellationToken);
        if (!await transaction.TryTakeTurnAsync(cancellationToken)) return Commit.Refused(CommonErrors.Busy);
        try
        {
            return await TrySaveAsync(unit) ? Commit.Saved(unit.Events) : Commit.Stale;
        }
        catch (Exception exception) when (Explain(exception) is { } refused)
        {
            return refused.Error == ChannelErrors.NameTaken && unit.MirrorsRooms && !transaction.IsAlone ? Commit.Stale : refused;
        }
    }

    private Commit? Explain(Exception exception)
    {
        var explained = faults.Explain(exception);
        if (explained?.Error?.Kind is ErrorKind.Unavailable) StorageFailed(exception.GetBaseException().Message);
        return explained;
    }

    /// <summary>
    /// Saves it, or finds that it does not hold any more, which is looked at when nobody else can change it. Once begun a commit is not
    /// cancelled: the caller's going away must not leave it open whether it happened.
    /// </summary>
    private async Task<bool> TrySaveAsync(CommitUnit unit)
    {
        await transaction.OpenAsync(CancellationToken.None);
        var changesAgents = outdated.TouchesAgents;
        var agents = changesAgents || premises.Agents is not null ? await db.LockAgentsAsync(locks, isShared: !changesAgents) : (long?)null;
        var channels = await db.LockChannelsAsync(unit.Channels.Concat(outdated.FindTouched()));
        var now = time.GetUtcNow();
        if (unit.IsTooLate(now) || !premises.Hold(channels, agents)) return false;
        await outdated.RaiseAsync();
        if (!await db.TryStampAsync(unit.Additions, channels, now)) return false;
        db.AddRange(unit.Added);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    }

    [LoggerMessage(9, LogLevel.Error, "The database cannot be written: {Reason}")]
    private partial void StorageFailed(string reason);
}
