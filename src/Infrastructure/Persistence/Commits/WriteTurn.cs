namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>The places that somebody has at the <see cref="WriteGate"/>; they are passed on when it is disposed of.</summary>
internal sealed class WriteTurn : IDisposable
{
    private readonly Stack<SemaphoreSlim> _places = new(1);

    /// <summary>Takes a place as soon as it is free.</summary>
    public async Task TakeAsync(SemaphoreSlim place, CancellationToken cancellationToken)
    {
        await place.WaitAsync(cancellationToken);
        _places.Push(place);
    }

    /// <summary>Takes a place if it is free within that time.</summary>
    public bool TryTake(SemaphoreSlim place, TimeSpan within)
    {
        if (!place.Wait(within, CancellationToken.None)) return false;
        _places.Push(place);
        return true;
    }

    public void Dispose()
    {
        while (_places.TryPop(out var place)) place.Release();
    }
}
