using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// The transaction of the present unit of work. As a rule the unit opens it for its commit; a repository that changes many rows
/// by one statement opens it early, and what the statement did is saved or undone with all the rest.
/// </summary>
internal sealed class WriteTransaction(ElizaDbContext db, WriteGate gate, Committer committer, IDatabaseLocks locks, Premises premises) : IDisposable
{
    private WriteTurn? _turn;
    private IDbContextTransaction? _transaction;

    public bool IsOpen => _transaction is not null;

    /// <summary>Whether it is our turn alone, on all servers among those who were outrun as often.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>Whether it is our turn to write until it is passed on.</summary>
    public bool HasTurn => _turn is not null;

    /// <summary>Waits for a writer's turn, unless we have one already. Whether we got it.</summary>
    public async Task<bool> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        _turn ??= await gate.TryEnterAsync(cancellationToken);
        return _turn is not null;
    }

    /// <summary>
    /// Waits until nobody else writes, and keeps it so: on this server for all, on the others for those who were outrun as often. Whether
    /// we got that far. While another server's turn is waited for the others of this one write on: we have one place then.
    /// </summary>
    public async Task<bool> TryTakeTurnAloneAsync(CancellationToken cancellationToken)
    {
        // With a place of one's own one would wait for oneself.
        PassTheTurnOn();
        _turn = await gate.TryEnterFirstAsync(cancellationToken);
        if (_turn is null) return false;
        await OpenAsync(cancellationToken);
        await locks.TakeAsync(db, DatabaseLock.Turn, isShared: false, cancellationToken);
        return IsAlone = await gate.TryBeAloneAsync(_turn, cancellationToken);
    }

    /// <summary>Waits until those have written who were in line before; for as long as one waits for a turn, and no longer.</summary>
    public async Task LetOthersFinishAsync(CancellationToken cancellationToken)
    {
        if (_turn is not null) return;
        await committer.CommitAsync(CommitUnit.Nothing(premises), cancellationToken);
        using var turn = await gate.TryEnterAsync(cancellationToken);
    }

    /// <summary>Opens the transaction if it is not open.</summary>
    /// <exception cref="WritersBusyException">Too many want to write.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null) return;
        if (!await TryTakeTurnAsync(cancellationToken)) throw new WritersBusyException();
        _transaction = await db.Database.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Rows to change or remove: of servers that look at once, each gets others.</summary>
    public async Task<List<T>> ClaimAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        if (locks.HaveRivals) await OpenAsync(cancellationToken);
        return await rows.LockedOrSkipped().ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Opens the transaction of who changes agents, and takes their lock: before all rows, because others lock them in this order too (agents,
    /// channels, the rest), and would wait for us as we did for them.
    /// </summary>
    /// <inheritdoc cref="OpenAsync"/>
    public async Task OpenForAgentsAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await locks.TakeAsync(db, DatabaseLock.Agents, isShared: false, cancellationToken);
    }

    /// <summary>Once begun a commit is not cancelled: the caller's going away must not leave it open whether it happened.</summary>
    public async Task CommitAsync()
    {
        if (_transaction is null) return;
        await _transaction.CommitAsync(CancellationToken.None);
        Undo();
    }

    /// <summary>Closes the transaction; what was not committed is undone. The turn stays ours.</summary>
    public void Undo()
    {
        var open = _transaction;
        _transaction = null;
        open?.Dispose();
    }

    /// <summary>Also when the connection is broken, and the transaction cannot be closed: a place that is not passed on is lost for good.</summary>
    public void PassTheTurnOn()
    {
        try
        {
            Undo();
        }
        finally
        {
            _turn?.Dispose();
            (_turn, IsAlone) = (null, false);
        }
    }

    public void Dispose() => PassTheTurnOn();
}
