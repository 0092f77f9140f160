using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Idempotency;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>Units of the path of messages in one transaction: what <see cref="UnitOfWork"/> does for one, with as many statements for many.</summary>
/// <param name="db">Whose transaction it is.</param>
/// <param name="locks">What it has, and what others have.</param>
/// <param name="time">The clock.</param>
/// <param name="units">What is to be saved.</param>
internal sealed class UnitsTogether(ElizaDbContext db, UnitLocks locks, TimeProvider time, IReadOnlyList<CommitUnit> units)
{
    private readonly List<CommitUnit> _written = [];
    private readonly List<CommitUnit> _stale = [];
    private readonly List<(object Need, CommitUnit Unit)> _passedOver = [];
    private readonly HashSet<object> _keys = [];
    private readonly Dictionary<ChannelId, (int Messages, long Last)> _channels = [];

    /// <summary>Those that are not written because they need what somebody else holds, with that.</summary>
    public IReadOnlyList<(object Need, CommitUnit Unit)> PassedOver => _passedOver;

    /// <summary>
    /// Writes those that still hold. Their objects stay as they are, so that they can be written once more when this comes to nothing: numbers that
    /// the database gave them are not kept.
    /// </summary>
    public async Task WriteAsync()
    {
        await locks.TakeFreeAsync(units);
        _keys.UnionWith(await FindTakenAsync());

        // Not before: what held when they came may hold no more since others were waited for.
        var now = time.GetUtcNow();
        foreach (var unit in units)
        {
            if (locks.FindHeld(unit) is { } need) _passedOver.Add((need, unit));
            else if (!Holds(unit, now)) _stale.Add(unit);
            else Add(unit, now);
        }
        await db.RaiseCountersAsync(_channels);
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, CancellationToken.None);
    }

    /// <summary>Tells each how it ended; call it behind the commit.</summary>
    public void Tell()
    {
        foreach (var unit in _written) unit.End(Commit.Saved(unit.Events));
        foreach (var unit in _stale) unit.End(Commit.Stale);
    }

    /// <summary>Of the keys of requests those that have an answer already: to run into them would undo all units.</summary>
    private async Task<IEnumerable<object>> FindTakenAsync()
    {
        List<AnswerId> keys = [.. units.SelectMany(unit => unit.Added).OfType<StoredAnswer>().Select(answer => answer.Id)];
        if (keys.Count == 0) return [];
        return (await db.StoredAnswers.Where(answer => keys.Contains(answer.Id)).Select(answer => answer.Id).ToListAsync(CancellationToken.None)).Cast<object>();
    }

    /// <summary>Whether all is still as it was when it was decided, and no unit before it writes the same.</summary>
    private bool Holds(CommitUnit unit, DateTimeOffset now) =>
        !unit.IsTooLate(now) && unit.Premises.Hold(locks.Channels, locks.Agents)
        && unit.Additions.All(added => added.Messages.Count == 0 || locks.Channels.ContainsKey(added.Channel))
        && !unit.Keys.Any(_keys.Contains);

    private void Add(CommitUnit unit, DateTimeOffset now)
    {
        _written.Add(unit);
        _keys.UnionWith(unit.Keys);
        foreach (var added in unit.Additions)
        {
            // To a channel that is gone no changes are added.
            if (!locks.Channels.TryGetValue(added.Channel, out var row)) continue;
            var (messages, last) = _channels.GetValueOrDefault(added.Channel, (0, row.LastStamp));
            added.Place(Math.Max(last + added.Count, added.LatestStamp(now)));
            _channels[added.Channel] = (messages + added.Messages.Count, added.Last);
            db.AddRange(added.Changes);
        }
        db.AddRange(unit.Inserts);
        foreach (var row in unit.Updates) Follow(row);
    }

    /// <summary>Takes over what a request changed: what it had loaded decides whether the row is still so.</summary>
    private void Follow(EntityEntry changed)
    {
        var (values, loaded) = (changed.CurrentValues, changed.OriginalValues);
        var row = db.Attach(changed.Entity);
        foreach (var property in changed.Metadata.GetFlattenedProperties())
        {
            if (property.GetValueComparer().Equals(values[property], loaded[property])) continue;
            row.OriginalValues[property] = loaded[property];
            row.Property(property).IsModified = true;
        }
    }
}
