namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// Lets so many writers at a time to the database: one to a file, some to a database server, where the committer has a place of its own,
/// which others that wait for rows cannot keep from it. The line before it is bounded in length and in time: when the database does not keep
/// up, callers hear so at once instead of waiting with their requests in memory.
/// </summary>
/// <param name="places">How many may write at once; the committer is one of them only if there is but one.</param>
/// <param name="time">The clock.</param>
internal sealed class WriteGate(int places, TimeProvider time) : IDisposable
{
    internal const int MaxWaiting = 1000;

    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>For so long who wants to be alone gathers places: nobody else writes meanwhile, and a database ends transactions in which nothing is done.</summary>
    internal static readonly TimeSpan MaxGathering = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _free = new(places, places);
    private readonly SemaphoreSlim _committers = new(1, 1);
    private readonly SemaphoreSlim _first = new(1, 1);
    private int _waiting;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    private SemaphoreSlim Committers => places == 1 ? _free : _committers;

    /// <summary>Waits for a place; dispose what is returned to pass it on. Null when the line is too long or does not move.</summary>
    public Task<WriteTurn?> TryEnterAsync(CancellationToken cancellationToken) => TryEnterAsync([_free], cancellationToken);

    /// <summary>
    /// Waits for a place as <see cref="TryEnterAsync(CancellationToken)"/> does, and for being the only one with a place who may take all the
    /// others: two who gather them would wait for each other's.
    /// </summary>
    public Task<WriteTurn?> TryEnterFirstAsync(CancellationToken cancellationToken) => TryEnterAsync(places == 1 ? [_free] : [_first, _free], cancellationToken);

    /// <summary>Waits until nobody else writes, and keeps it so. Whether that came in time.</summary>
    /// <param name="turn">From <see cref="TryEnterFirstAsync"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<bool> TryBeAloneAsync(WriteTurn turn, CancellationToken cancellationToken) =>
        places == 1 || await TryTakeAsync(turn, [.. Enumerable.Repeat(_free, places - 1), _committers], MaxGathering, cancellationToken);

    /// <summary>Takes the committer's place if it is free.</summary>
    public WriteTurn? TryEnter() => TryTake(Committers, TimeSpan.Zero);

    /// <summary>Blocks the thread until the committer's place is free; for a thread that has nothing else to do.</summary>
    public WriteTurn Enter() => TryTake(Committers, Timeout.InfiniteTimeSpan)!;

    public void Dispose()
    {
        _free.Dispose();
        _committers.Dispose();
        _first.Dispose();
    }

    private static WriteTurn? TryTake(SemaphoreSlim place, TimeSpan within)
    {
        var turn = new WriteTurn();
        return turn.TryTake(place, within) ? turn : null;
    }

    private async Task<WriteTurn?> TryEnterAsync(SemaphoreSlim[] wanted, CancellationToken cancellationToken)
    {
        if (wanted is [var only] && TryTake(only, TimeSpan.Zero) is { } free) return free;
        var turn = new WriteTurn();
        var isTaken = false;
        try
        {
            isTaken = await TryTakeAsync(turn, wanted, MaxWait, cancellationToken);
            return isTaken ? turn : null;
        }
        finally
        {
            if (!isTaken) turn.Dispose();
        }
    }

    /// <summary>Whether all were got in time.</summary>
    private async Task<bool> TryTakeAsync(WriteTurn turn, SemaphoreSlim[] wanted, TimeSpan within, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }
        using var late = new CancellationTokenSource(within, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            foreach (var place in wanted) await turn.TakeAsync(place, giveUp.Token);
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
}
