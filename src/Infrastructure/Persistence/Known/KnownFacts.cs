namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// Remembers what the database said, within bounds. However many ask for the same at once, one question is asked, in nobody's name:
/// who goes away ends its own waiting alone. A question that failed is told to all who wait, and forgotten. A question that began before
/// something was forgotten is neither remembered nor told to who asks afterwards.
/// </summary>
/// <param name="load">Asks the database. What it throws is told to those who wait.</param>
/// <param name="weigh">How much room a value takes; 0 when it is not worth remembering.</param>
/// <param name="room">
/// How much there is. When it does not suffice all is forgotten: to choose what goes would cost more than to ask a few questions again,
/// and the more is asked, the longer it lasts until the next time.
/// </param>
/// <param name="lifetime">How long a value is believed, from when its question began.</param>
/// <param name="time">The clock; only its timestamps count, so it may be set.</param>
internal sealed class KnownFacts<TKey, TValue>(Func<TKey, Task<TValue>> load, Func<TValue, int> weigh, int room, TimeSpan lifetime, TimeProvider time)
    where TKey : notnull
{
    private const int WeightOfQuestion = 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Fact> _facts = [];
    private int _weight;

    /// <summary>How much room is taken, by values and by questions that are being asked.</summary>
    public int Weight
    {
        get
        {
            lock (_lock) return _weight;
        }
    }

    /// <summary>What is remembered, or what the database says.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="cancellationToken">Ends the caller's waiting; the question is asked to its end.</param>
    public ValueTask<TValue> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        Fact? fact;
        lock (_lock)
        {
            if (_facts.TryGetValue(key, out fact) && time.GetElapsedTime(fact.AskedAt) < lifetime) return ResultOf(fact, cancellationToken);
            fact = new Fact(time.GetTimestamp());
            Put(key, fact, WeightOfQuestion);
        }
        _ = AskAsync(key, fact);
        return ResultOf(fact, cancellationToken);
    }

    public void Forget(TKey key)
    {
        lock (_lock) Remove(key);
    }

    public void ForgetAll()
    {
        lock (_lock) Clear();
    }

    private static ValueTask<TValue> ResultOf(Fact fact, CancellationToken cancellationToken) =>
        new(fact.Task.IsCompletedSuccessfully ? fact.Task : fact.Task.WaitAsync(cancellationToken));

    private async Task AskAsync(TKey key, Fact fact)
    {
        try
        {
            var value = await load(key);
            lock (_lock)
            {
                if (IsStillAsked(key, fact)) Put(key, fact, weigh(value));
            }
            fact.SetResult(value);
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                if (IsStillAsked(key, fact)) Remove(key);
            }
            fact.SetException(exception);

            // Nobody may be waiting any more, and that is no news to anybody.
            _ = fact.Task.Exception;
        }
    }

    /// <summary>Whether nothing was forgotten, and nobody asked anew, since the question was asked.</summary>
    private bool IsStillAsked(TKey key, Fact fact) => _facts.TryGetValue(key, out var present) && present == fact;

    private void Put(TKey key, Fact fact, int weight)
    {
        Remove(key);
        if (weight == 0 || weight > room) return;
        if (_weight + weight > room) Clear();
        fact.Weight = weight;
        _facts.Add(key, fact);
        _weight += weight;
    }

    private void Remove(TKey key)
    {
        if (_facts.Remove(key, out var fact)) _weight -= fact.Weight;
    }

    private void Clear()
    {
        _facts.Clear();
        _weight = 0;
    }

    /// <summary>A value, or the question for it. Who waits goes on elsewhere than on the thread of who asked.</summary>
    private sealed class Fact(long askedAt) : TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long AskedAt => askedAt;

        public int Weight { get; set; }
    }
}
