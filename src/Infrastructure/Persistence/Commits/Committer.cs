using Eliza.Application.Common;
using Eliza.Infrastructure.Persistence.Sqlite;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// The one who saves what the path of messages writes: a line of units, and a thread that takes all that wait, saves them in one
/// transaction, and tells each how it ended. While one transaction reaches the disk the next one's units gather, so the more there are
/// the less each costs; a unit that comes alone is saved at once.
/// </summary>
/// <remarks>
/// The line is bounded in length and in time: when the disk does not keep up, callers hear so instead of waiting with their requests in
/// memory. The thread is the committer's own, because it waits for the disk: a thread of the pool that does is lost to all requests.
/// </remarks>
internal sealed class Committer : IDisposable
{
    internal const int MaxInLine = 2_000;

    /// <summary>Beyond some hundreds a longer transaction makes everybody wait longer, and saves nothing.</summary>
    internal const int MaxBatch = 256;

    /// <summary>How often the line is looked through for those who have waited too long.</summary>
    private static readonly TimeSpan LookThrough = TimeSpan.FromSeconds(1);

    private readonly Queue<InLine> _line = [];
    private readonly SqliteWriteGate _gate;
    private readonly SqliteBatch _batch;
    private readonly TimeProvider _time;
    private readonly ITimer _patience;
    private readonly Thread _thread;
    private bool _isClosed;

    public Committer(SqliteWriteGate gate, SqliteBatch batch, TimeProvider time)
    {
        (_gate, _batch, _time) = (gate, batch, time);
        _patience = time.CreateTimer(_ => GiveUpOnTheLate(), null, LookThrough, LookThrough);
        _thread = new Thread(Work) { IsBackground = true, Name = "Eliza committer" };
        _thread.Start();
    }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_line) return _line.Count;
        }
    }

    /// <summary>Saves a unit, behind those that came before.</summary>
    /// <param name="unit">Of the path of messages.</param>
    /// <param name="cancellationToken">Takes the unit out of the line; what is being saved is saved.</param>
    public async Task<Commit> CommitAsync(CommitUnit unit, CancellationToken cancellationToken)
    {
        if (!TryStandInLine(unit)) return Commit.Refused(CommonErrors.Busy);
        await using (cancellationToken.UnsafeRegister(static (unit, token) => ((CommitUnit)unit!).Drop(token), unit)) return await unit.WhenDone;
    }

    /// <summary>Saves what waits, and ends; not if somebody keeps the writer's turn for good.</summary>
    public void Dispose()
    {
        lock (_line)
        {
            _isClosed = true;
            Monitor.Pulse(_line);
        }
        _patience.Dispose();
        if (_thread.Join(SqliteWriteGate.MaxWait)) _batch.Dispose();
    }

    private bool TryStandInLine(CommitUnit unit)
    {
        lock (_line)
        {
            if (_isClosed || _line.Count == MaxInLine) return false;
            _line.Enqueue(new InLine(unit, _time.GetTimestamp()));
            Monitor.Pulse(_line);
            return true;
        }
    }

    private void Work()
    {
        while (WaitForUnits())
        {
            // The units are taken when the turn has come: so all that came meanwhile are among them.
            using var turn = _gate.Enter();
            _batch.Save(Take());
        }
    }

    /// <summary>Whether there are any; not when the line is empty and closed.</summary>
    private bool WaitForUnits()
    {
        lock (_line)
        {
            while (_line.Count == 0 && !_isClosed) Monitor.Wait(_line);
            return _line.Count > 0;
        }
    }

    private List<CommitUnit> Take()
    {
        var units = new List<CommitUnit>();
        lock (_line)
        {
            while (units.Count < MaxBatch && _line.TryDequeue(out var next))
            {
                if (next.Unit.TryTake()) units.Add(next.Unit);
            }
        }
        return units;
    }

    private void GiveUpOnTheLate()
    {
        lock (_line)
        {
            while (_line.TryPeek(out var first) && _time.GetElapsedTime(first.Since) >= SqliteWriteGate.MaxWait)
            {
                _line.Dequeue();
                if (first.Unit.TryTake()) first.Unit.End(Commit.Refused(CommonErrors.Busy));
            }
        }
    }

    private readonly record struct InLine(CommitUnit Unit, long Since);
}
