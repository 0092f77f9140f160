namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// A part of the buckets, behind a lock of its own. A bucket that is not here is full, so one that is full again may be
/// forgotten.
/// </summary>
/// <param name="time">The clock. It is read behind the lock: whoever read it before might come after one who read it later.</param>
/// <param name="capacity">How many it holds at most.</param>
/// <param name="isShared">Whether it keeps what other nodes are to be told.</param>
internal sealed class BucketStripe(TimeProvider time, int capacity, bool isShared)
{
    private readonly Lock _gate = new();

    /// <summary>The moment at which each will be full again: all that there is to know of how full it is.</summary>
    private readonly Dictionary<BucketKey, Int128> _fullAt = [];

    private readonly UntoldTakes _untold = new(capacity);

    public int Count
    {
        get
        {
            lock (_gate) return _fullAt.Count;
        }
    }

    public Int128 DebtOf(BucketKey key, BucketTime bucket)
    {
        lock (_gate) return Find(key, bucket, Now());
    }

    /// <summary>Takes that many (at least one has to be there, though none is wanted) if there are as many.</summary>
    /// <returns>The debt before; what is refused takes nothing.</returns>
    public Int128 TryTake(BucketKey key, BucketTime bucket, int wanted, out bool taken)
    {
        lock (_gate)
        {
            var now = Now();
            var debt = Find(key, bucket, now);
            taken = bucket.Until(Math.Max(1, wanted), debt) == 0;
            if (taken && wanted > 0)
            {
                Keep(key, now, now + bucket.DebtAfter(debt, wanted));
                if (isShared) _untold.Add(key, bucket.DebtAfter(Int128.Zero, wanted));
            }
            return debt;
        }
    }

    /// <summary>Takes out what other nodes have not been told.</summary>
    public IReadOnlyList<UntoldTake> TakeUntold()
    {
        lock (_gate)
        {
            var now = Now();
            return _untold.TakeAll(key => _fullAt.GetValueOrDefault(key, now));
        }
    }

    /// <summary>Keeps what could not be told, but for what refilled since: nobody was to know of it any more.</summary>
    public void PutBack(UntoldTake untold)
    {
        lock (_gate)
        {
            var now = Now();
            _untold.PutBack(untold, atMost: _fullAt.GetValueOrDefault(untold.Key, now) - now);
        }
    }

    /// <summary>Takes over when the bucket will be full for all nodes, which does not yet know of what was taken here meanwhile. No bucket gets fuller by it.</summary>
    public void Learn(BucketKey key, Int128 fullAt)
    {
        lock (_gate)
        {
            var now = Now();
            fullAt += _untold.Of(key);
            if (fullAt > _fullAt.GetValueOrDefault(key, now)) Keep(key, now, fullAt);
        }
    }

    private Int128 Now() => BucketTime.At(time.GetTimestamp());

    private Int128 Find(BucketKey key, BucketTime bucket, Int128 now) =>
        _fullAt.TryGetValue(key, out var fullAt) ? bucket.DebtAt(now, fullAt) : Int128.Zero;

    private void Keep(BucketKey key, Int128 now, Int128 fullAt)
    {
        if (_fullAt.Count >= capacity && !_fullAt.ContainsKey(key)) MakeRoom(now);
        _fullAt[key] = fullAt;
    }

    /// <summary>
    /// Forgets the full ones, by which nobody gains. If that does not help for long, so that every newcomer would have all
    /// looked through again, it forgets those nearest to full until the stripe is half empty: whoever is limited stays so.
    /// </summary>
    private void MakeRoom(Int128 now)
    {
        foreach (var (key, fullAt) in _fullAt)
        {
            if (fullAt <= now) _fullAt.Remove(key);
        }
        if (_fullAt.Count <= capacity / 4 * 3) return;

        var used = _fullAt.Select(bucket => bucket.Key.UsedShare(bucket.Value - now)).ToArray();
        var keys = _fullAt.Keys.ToArray();
        Array.Sort(used, keys);
        foreach (var key in keys.AsSpan(0, keys.Length - capacity / 2)) _fullAt.Remove(key);
    }
}
