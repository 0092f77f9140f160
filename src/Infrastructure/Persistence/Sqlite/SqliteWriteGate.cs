namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets one writer at a time to the database file. The line before it is bounded in length and in time: when the disk does
/// not keep up, callers hear so at once instead of waiting with their requests in memory.
/// </summary>
internal sealed class SqliteWriteGate(TimeProvider time) : IDisposable
{
    internal const int MaxWaiting = 1000;

    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waiting;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Waits for the turn; dispose what is returned to pass it on. Null when the line is too long or does not move.</summary>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (TryEnter() is { } turn) return turn;
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }
        try
        {
            return await WaitAsync(cancellationToken) ? new Turn(_turn) : null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Takes the turn if nobody has it.</summary>
    public IDisposable? TryEnter() => _turn.Wait(0, CancellationToken.None) ? new Turn(_turn) : null;

    /// <summary>Blocks the thread until its turn has come; for a thread that has nothing else to do.</summary>
    public IDisposable Enter()
    {
        _turn.Wait();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(MaxWait, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _turn.WaitAsync(giveUp.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
