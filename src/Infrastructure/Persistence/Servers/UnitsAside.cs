using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence.Commits;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Units whose channels somebody else holds. They wait for them here, in a line for each channel, so that the committer need not: whoever has
/// nothing to do with that channel is saved meanwhile. While there is a line, whoever comes for its channel stands in it.
/// </summary>
/// <param name="gate">Who waits here has a place as any writer has.</param>
/// <param name="time">The clock.</param>
internal sealed class UnitsAside(WriteGate gate, TimeProvider time) : IDisposable
{
    /// <summary>So many lines are saved at once; of the places of a node most are left to others.</summary>
    private const int MostAtOnce = 4;

    private readonly Dictionary<ChannelId, Line> _lines = [];
    private readonly WriteGate _own = new(MostAtOnce, time);

    /// <summary>Puts a unit behind those that wait for one of its channels, if there are any.</summary>
    public bool TryJoin(CommitUnit unit)
    {
        lock (_lines)
        {
            if (_lines.Count == 0) return false;
            foreach (var channel in unit.Channels)
            {
                if (!_lines.TryGetValue(channel, out var line)) continue;
                Add(line, unit);
                return true;
            }
            return false;
        }
    }

    /// <summary>Has units wait for their channels.</summary>
    /// <param name="units">Which, each with a channel that somebody else holds.</param>
    /// <param name="save">Waits for the channels, and saves; it throws nothing.</param>
    public void Add(IReadOnlyList<(ChannelId Channel, CommitUnit Unit)> units, Func<List<CommitUnit>, Task> save)
    {
        lock (_lines)
        {
            foreach (var (channel, unit) in units)
            {
                if (!_lines.TryGetValue(channel, out var line))
                {
                    _lines[channel] = line = new Line();
                    line.Work = Task.Run(() => WorkAsync(channel, line, save));
                }
                Add(line, unit);
            }
        }
    }

    /// <summary>When all who wait are saved, or refused.</summary>
    public Task WhenSavedAsync()
    {
        lock (_lines) return Task.WhenAll(_lines.Values.Select(line => line.Work).ToArray());
    }

    public void Dispose() => _own.Dispose();

    /// <summary>Whoever has the lock.</summary>
    private void Add(Line line, CommitUnit unit)
    {
        if (_lines.Values.Sum(other => other.Units.Count) < CommitLine.MaxLength) line.Units.Enqueue(unit);
        else unit.End(Commit.Refused(CommonErrors.Busy));
    }

    /// <summary>As the committer does: all that came meanwhile are saved together.</summary>
    private async Task WorkAsync(ChannelId channel, Line line, Func<List<CommitUnit>, Task> save)
    {
        do
        {
            using var own = await _own.TryEnterAsync(CancellationToken.None);
            using var place = own is null ? null : await gate.TryEnterAsync(CancellationToken.None);
            var units = Take(line);
            if (place is not null) await save(units);
            else foreach (var unit in units) unit.End(Commit.Refused(CommonErrors.Busy));
        }
        while (!TryEnd(channel, line));
    }

    private List<CommitUnit> Take(Line line)
    {
        var units = new List<CommitUnit>();
        lock (_lines)
        {
            while (units.Count < Committer.MaxBatch && line.Units.TryDequeue(out var unit)) units.Add(unit);
        }
        return units;
    }

    private bool TryEnd(ChannelId channel, Line line)
    {
        lock (_lines) return line.Units.Count == 0 && _lines.Remove(channel);
    }

    private sealed class Line
    {
        public Queue<CommitUnit> Units { get; } = [];

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
