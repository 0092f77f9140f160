using Eliza.Application.Common;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// The one who saves what the path of messages writes: a line of units, and a thread that takes all that wait, saves them in one
/// transaction, and tells each how it ended. While one transaction reaches the disk the next one's units gather, so the more there are
/// the less each costs; a unit that comes alone is saved at once.
/// </summary>
/// <remarks>The thread is the committer's own, because it waits for the disk: a thread of the pool that does is lost to all requests.</remarks>
internal sealed class Committer : IDisposable
{
    /// <summary>Beyond some hundreds a longer transaction makes everybody wait longer, and saves nothing.</summary>
    internal const int MaxBatch = 256;

    /// <summary>So many units in a row came alone where it is quiet: some do on a busy server too.</summary>
    private const int Quiet = 64;

    private readonly CommitLine _line;
    private readonly WriteGate _gate;
    private readonly IUnitBatch _batch;
    private readonly Thread _thread;
    private readonly IDisposable _gauge;
    private int _loneInARow;
    private volatile bool _isClosed;

    public Committer(WriteGate gate, IUnitBatch batch, TimeProvider time)
    {
        (_gate, _batch, _line) = (gate, batch, new CommitLine(time));
        _thread = new Thread(Work) { IsBackground = true, Name = "Eliza committer" };
        _thread.Start();
        _gauge = CommitMeter.Watch(() => Waiting);
    }

    /// <summary>How many wait.</summary>
    public int Waiting => _line.Count;

    /// <summary>Saves a unit, behind those that came before.</summary>
    /// <param name="unit">Of the path of messages.</param>
    /// <param name="cancellationToken">Takes the unit out of the line; what is being saved is saved.</param>
    public async Task<Commit> CommitAsync(CommitUnit unit, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested && TrySaveAlone(unit)) return await unit.WhenDone;
        if (!_line.TryAdd(unit)) return Commit.Refused(CommonErrors.Busy);
        await using (cancellationToken.UnsafeRegister(static (unit, token) => ((CommitUnit)unit!).Drop(token), unit)) return await unit.WhenDone;
    }

    /// <summary>Saves what waits, and ends; not if somebody keeps the writer's turn for good.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _gauge.Dispose();
        _line.Dispose();
        if (!_thread.Join(WriteGate.MaxWait)) return;
        using var turn = _gate.TryEnter();
        if (turn is not null) _batch.Dispose();
    }

    /// <summary>
    /// Saves a unit on its caller's thread where units come one by one: two changes of threads would take as long as the saving. Where many
    /// come at once a thread that waits for the disk is lost to all the others, and who saves alone is not in a batch.
    /// </summary>
    private bool TrySaveAlone(CommitUnit unit)
    {
        if (!_batch.IsLocal || Volatile.Read(ref _loneInARow) < Quiet || _line.Count > 0) return false;
        using var turn = _gate.TryEnter();
        if (turn is null || _isClosed || !unit.TryTake()) return false;
        Save([unit]);
        return true;
    }

    private void Work()
    {
        while (_line.WaitForUnits())
        {
            // The units are taken when the turn has come: so all that came meanwhile are among them.
            using var turn = _gate.Enter();
            Save(_line.Take(MaxBatch));
        }
        _batch.Finish();
    }

    /// <summary>Whoever has the turn.</summary>
    private void Save(IReadOnlyList<CommitUnit> units)
    {
        using var span = Spans.Begin("Commit");
        span?.SetTag("eliza.commit.units", units.Count);
        Volatile.Write(ref _loneInARow, units.Count > 1 ? 0 : Math.Min(_loneInARow + 1, Quiet));
        _line.PutFirst(_batch.Save(units));
    }
}
