namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// The units that wait for the committer, or for what somebody else holds, in the order in which they came. The line is bounded in length and in time: when the disk does
/// not keep up, callers hear so instead of waiting with their requests in memory.
/// </summary>
internal sealed class CommitLine : IDisposable
{
    internal const int MaxLength = 2_000;

    /// <summary>How often the line is looked through for those who have waited too long.</summary>
    private static readonly TimeSpan LookThrough = TimeSpan.FromSeconds(1);

    private readonly Queue<InLine> _first = [];
    private readonly Queue<InLine> _units = [];
    private readonly TimeProvider _time;
    private readonly ITimer _patience;
    private bool _isClosed;

    public CommitLine(TimeProvider time)
    {
        _time = time;
        _patience = time.CreateTimer(_ => GiveUpOnTheLate(), null, LookThrough, LookThrough);
    }

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_units) return _first.Count + _units.Count;
        }
    }

    /// <summary>Puts a unit behind all others; not when there are too many, or the line is closed.</summary>
    public bool TryAdd(CommitUnit unit)
    {
        lock (_units)
        {
            if (_isClosed || _units.Count == MaxLength) return false;
            _units.Enqueue(new InLine(unit, _time.GetTimestamp()));
            Monitor.Pulse(_units);
            return true;
        }
    }

    /// <summary>Puts units that were taken, and could not be saved, before all others again; also when the line is closed.</summary>
    public void PutFirst(IReadOnlyList<CommitUnit> units)
    {
        if (units.Count == 0) return;
        lock (_units)
        {
            foreach (var unit in units)
            {
                if (unit.TryReturn()) _first.Enqueue(new InLine(unit, _time.GetTimestamp()));
            }
        }
    }

    /// <summary>Blocks the thread until there are units. Not when the line is empty and closed: then none will come.</summary>
    public bool WaitForUnits()
    {
        lock (_units)
        {
            while (Count == 0 && !_isClosed) Monitor.Wait(_units);
            return Count > 0;
        }
    }

    /// <summary>The first ones whose callers are still there.</summary>
    public IReadOnlyList<CommitUnit> Take(int most)
    {
        var units = new List<CommitUnit>();
        lock (_units)
        {
            while (units.Count < most && (_first.TryDequeue(out var next) || _units.TryDequeue(out next)))
            {
                if (next.Unit.TryTake()) units.Add(next.Unit);
            }
        }
        return units;
    }

    /// <summary>Lets no more in.</summary>
    public void Dispose()
    {
        lock (_units)
        {
            _isClosed = true;
            Monitor.Pulse(_units);
        }
        _patience.Dispose();
    }

    private void GiveUpOnTheLate()
    {
        lock (_units)
        {
            foreach (var line in (Queue<InLine>[])[_first, _units])
            {
                while (line.TryPeek(out var first) && _time.GetElapsedTime(first.Since) >= WriteGate.MaxWait) line.Dequeue().Unit.GiveUp();
            }
        }
    }

    private readonly record struct InLine(CommitUnit Unit, long Since);
}
