namespace Eliza.Infrastructure.RateLimiting;

/// <summary>What was taken from each of some buckets since other nodes were last told. Whoever uses it keeps others away meanwhile.</summary>
/// <param name="capacity">Of how many buckets at most; what is taken from more of them stays this node's secret.</param>
internal sealed class UntoldTakes(int capacity)
{
    private readonly Dictionary<BucketKey, Int128> _taken = [];

    /// <summary>How long it takes to refill what was taken from the bucket.</summary>
    public Int128 Of(BucketKey key) => _taken.GetValueOrDefault(key);

    public void Add(BucketKey key, Int128 taken) => PutBack(new UntoldTake(key, taken, Int128.Zero), Int128.MaxValue);

    /// <summary>Adds what could not be told.</summary>
    /// <param name="untold">What it was.</param>
    /// <param name="atMost">The bucket's debt: with what was taken since, no more than that is still worth telling.</param>
    public void PutBack(UntoldTake untold, Int128 atMost)
    {
        var isKept = _taken.TryGetValue(untold.Key, out var since);
        if (atMost <= since || (!isKept && _taken.Count >= capacity)) return;
        _taken[untold.Key] = Int128.Min(since + untold.Taken, atMost);
    }

    /// <summary>Takes out all of it.</summary>
    /// <param name="fullAt">When a bucket will be full.</param>
    public IReadOnlyList<UntoldTake> TakeAll(Func<BucketKey, Int128> fullAt)
    {
        if (_taken.Count == 0) return [];
        var untold = _taken.Select(taken => new UntoldTake(taken.Key, taken.Value, fullAt(taken.Key))).ToArray();
        _taken.Clear();
        return untold;
    }
}
