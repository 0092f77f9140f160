using Eliza.Infrastructure.Persistence.Commits;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Units that need what somebody else holds. They wait for it here, in a line for each such thing, so that the committer need not: whoever has
/// nothing to do with it is saved meanwhile. While there is a line, whoever comes and needs the same stands in it.
/// </summary>
/// <param name="save">Waits for what a line waits for, and saves those who stand in it then; it throws nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class ParkedUnits(Func<object, CommitLine, Task> save, TimeProvider time) : IDisposable
{
    /// <summary>So many lines wait with a transaction; of a node's connections most are left to others.</summary>
    private const int MostAtOnce = 8;

    private readonly Dictionary<object, Line> _lines = [];
    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>Puts a unit behind those that wait for one of the things it needs, if there are any.</summary>
    public bool TryJoin(CommitUnit unit)
    {
        lock (_lines)
        {
            if (_lines.Count == 0 || unit.Needs.FirstOrDefault(_lines.ContainsKey) is not { } need) return false;
            Park(_lines[need], unit);
            return true;
        }
    }

    /// <summary>Has units wait.</summary>
    /// <param name="units">Which, each with what it needs and somebody else holds.</param>
    public void Add(IReadOnlyList<(object Need, CommitUnit Unit)> units)
    {
        lock (_lines)
        {
            foreach (var (need, unit) in units)
            {
                if (!_lines.TryGetValue(need, out var line))
                {
                    _lines[need] = line = new Line(new CommitLine(time));
                    line.Work = Task.Run(() => WorkAsync(need, line));
                }
                Park(line, unit);
            }
        }
    }

    /// <summary>When all who wait are saved, or refused; also those who go on to wait for something else.</summary>
    public async Task WhenSavedAsync()
    {
        while (Working() is { Length: > 0 } working) await Task.WhenAll(working);
    }

    public void Dispose() => _places.Dispose();

    private Task[] Working()
    {
        lock (_lines) return [.. _lines.Values.Select(line => line.Work)];
    }

    /// <summary>Whoever has the lock. All lines together are as long as the committer's may be.</summary>
    private void Park(Line line, CommitUnit unit)
    {
        if (!unit.TryReturn()) return;
        if (_lines.Values.Sum(other => other.Units.Count) >= CommitLine.MaxLength || !line.Units.TryAdd(unit)) unit.GiveUp();
    }

    /// <summary>As the committer does: all that came meanwhile are saved together.</summary>
    private async Task WorkAsync(object need, Line line)
    {
        do
        {
            await _places.WaitAsync();
            try
            {
                await save(need, line.Units);
            }
            finally
            {
                _places.Release();
            }
        }
        while (!TryEnd(need, line));
    }

    private bool TryEnd(object need, Line line)
    {
        lock (_lines)
        {
            if (line.Units.Count > 0) return false;
            line.Units.Dispose();
            return _lines.Remove(need);
        }
    }

    private sealed class Line(CommitLine units)
    {
        public CommitLine Units => units;

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
