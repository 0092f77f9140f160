namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// Lets so many writers at a time to the database: one to a file, some to a database server. The line before it is bounded in length and
/// in time: when the database does not keep up, callers hear so at once instead of waiting with their requests in memory.
/// </summary>
/// <param name="places">How many may write at once.</param>
/// <param name="time">The clock.</param>
internal sealed class WriteGate(int places, TimeProvider time) : IDisposable
{
    internal const int MaxWaiting = 1000;

    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(places, places);
    private readonly SemaphoreSlim _alone = new(1, 1);
    private int _waiting;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Waits for a place; dispose what is returned to pass it on. Null when the line is too long or does not move.</summary>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (TryEnter() is { } turn) return turn;
        return await InLineAsync(waited => _free.WaitAsync(waited), cancellationToken) ? new Turn(_free, 1) : null;
    }

    /// <summary>Waits until nobody else writes, and keeps it so; otherwise as <see cref="TryEnterAsync"/>.</summary>
    public async Task<IDisposable?> TryEnterAloneAsync(CancellationToken cancellationToken)
    {
        if (places == 1) return await TryEnterAsync(cancellationToken);
        var taken = 0;
        if (await InLineAsync(TakeAllAsync, cancellationToken)) return new Turn(_free, places);
        return null;

        // One at a time gathers places: two who do would wait for each other's.
        async Task TakeAllAsync(CancellationToken waited)
        {
            await _alone.WaitAsync(waited);
            try
            {
                for (; taken < places; taken++) await _free.WaitAsync(waited);
            }
            catch
            {
                if (taken > 0) _free.Release(taken);
                throw;
            }
            finally
            {
                _alone.Release();
            }
        }
    }

    /// <summary>Takes a place if there is one.</summary>
    public IDisposable? TryEnter() => _free.Wait(0, CancellationToken.None) ? new Turn(_free, 1) : null;

    /// <summary>Blocks the thread until its turn has come; for a thread that has nothing else to do.</summary>
    public IDisposable Enter()
    {
        _free.Wait();
        return new Turn(_free, 1);
    }

    public void Dispose()
    {
        _free.Dispose();
        _alone.Dispose();
    }

    /// <summary>Whether it was got in time.</summary>
    private async Task<bool> InLineAsync(Func<CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }
        using var late = new CancellationTokenSource(MaxWait, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await take(giveUp.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed class Turn(SemaphoreSlim free, int places) : IDisposable
    {
        public void Dispose() => free.Release(places);
    }
}
