using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>What one command adds and changes, to be saved all or nothing; and, in the committer's line, whoever waits for it.</summary>
/// <remarks>
/// It is made by its request and then read by the committer alone, until <see cref="WhenDone"/> has ended: the request waits for that
/// whatever happens, so that its objects are never used by two.
/// </remarks>
internal sealed class CommitUnit
{
    /// <summary>
    /// The tables that the path of messages writes, each behind those that its rows refer to. First the one whose rows others are
    /// likeliest to have written already: answers to a key that is used again.
    /// </summary>
    private static readonly Type[] PathOfMessages =
        [typeof(StoredAnswer), typeof(Message), typeof(PlatformMessage), typeof(AgentRun), typeof(AgentMemory), typeof(Session)];

    private readonly TaskCompletionSource<Commit> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IReadOnlyList<EntityEntry> _entries;
    private int _place = (int)Place.InLine;
    private CancellationToken _goneBy;
    private volatile bool _isGone;

    private CommitUnit(Premises premises, IReadOnlyList<AggregateRoot> added, IReadOnlyList<EntityEntry> entries)
    {
        (Premises, Added, _entries) = (premises, added, entries);
        Rows = [.. entries.Where(entry => entry.State is not EntityState.Unchanged)];
        Events = [.. entries.Select(entry => entry.Entity).OfType<AggregateRoot>().Concat(added).SelectMany(root => root.DomainEvents)];
        Additions = ChannelAdditions.Find(added, Rows, Events);
    }

    /// <summary>All that was added, and that the context holds.</summary>
    public static CommitUnit Of(NewRows added, ElizaDbContext db, Premises premises) => new(premises, added.All, [.. db.ChangeTracker.Entries()]);

    /// <summary>Nothing to save: it ends when all that stood in line before it has.</summary>
    public static CommitUnit Nothing(Premises premises) => new(premises, [], []);

    private enum Place
    {
        InLine,
        Taken,
        Dropped,
    }

    public Premises Premises { get; }

    /// <summary>What is added and not followed by EF.</summary>
    public IReadOnlyList<AggregateRoot> Added { get; }

    /// <summary>What EF is to save: added, changed and removed.</summary>
    public IReadOnlyList<EntityEntry> Rows { get; }

    public bool IsEmpty => Added.Count + Rows.Count == 0;

    public IReadOnlyList<IDomainEvent> Events { get; }

    public IReadOnlyList<ChannelAdditions> Additions { get; }

    /// <summary>The channels that it was decided on, and those that it adds to: their rows are locked to save it.</summary>
    public IEnumerable<ChannelId> Channels => Premises.Channels.Keys.Concat(Additions.Select(added => added.Channel));

    /// <summary>
    /// What it needs for itself while it is saved, where others write too: the agents as they are, if it was decided on them
    /// (<see cref="DatabaseLock.Agents"/>), the rows of its channels, and those rows that it changes and others change without their channel's.
    /// </summary>
    public IEnumerable<object> Needs
    {
        get
        {
            if (Premises.Agents is not null) yield return DatabaseLock.Agents;
            foreach (var channel in Channels) yield return channel;
            foreach (var row in Updates)
            {
                if (row.Entity is Session session) yield return session.Id;
                else if (row.Entity is AgentRun run) yield return run.Id;
            }
        }
    }

    /// <summary>Whether a batch has passed it over once because somebody else held what it needs. Whoever saves it knows.</summary>
    public bool WasPassedOver { get; set; }

    /// <summary>What its rows are found by, as far as other units may write the same: then one transaction of EF's cannot take both.</summary>
    public IEnumerable<object> Keys => Added.OfType<StoredAnswer>().Select(answer => (object)answer.Id).Concat(Rows.Where(IsFound).Select(KeyOf));

    /// <summary>
    /// Whether it may be saved together with others: it only adds to, or changes loaded rows of, what the path of messages writes. Messages
    /// are not changed on it.
    /// </summary>
    public bool IsOfThePathOfMessages => Rows.All(row => row.State is EntityState.Added or EntityState.Modified && PathOfMessages.Contains(row.Metadata.ClrType)
        && !(row is { State: EntityState.Modified, Entity: Message }));

    /// <summary>
    /// Whether it opens channels for rooms of platforms. Such a channel may have lost its name to its twin, which has its room too; the database
    /// names one of the two, whichever it looks at first.
    /// </summary>
    public bool MirrorsRooms => Rows.Any(row => row is { State: EntityState.Added, Entity: Channel { Source: not null } });

    /// <summary>What a unit of the path of messages inserts, each behind those that it refers to; messages in the order in which they were said.</summary>
    public IEnumerable<object> Inserts => Rows.Where(row => row.State is EntityState.Added).Select(row => row.Entity).Concat(Added)
        .OrderBy(row => Array.IndexOf(PathOfMessages, row.GetType()));

    /// <summary>What a unit of the path of messages changes.</summary>
    public IEnumerable<EntityEntry> Updates => Rows.Where(row => row.State is EntityState.Modified);

    /// <summary>Ends as the commit does; with the exception of a fault that is none of the database's known ones.</summary>
    public Task<Commit> WhenDone => _done.Task;

    /// <summary>Whether what was decided held only until a time that came while the unit waited for its turn.</summary>
    public bool IsTooLate(DateTimeOffset now) => _entries.Any(entry => entry.Entity is ITimely timely && timely.HoldsUntil <= now);

    /// <summary>Takes it out of the line to save it; not if nobody waits for it any more.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _place, (int)Place.Taken, (int)Place.InLine) == (int)Place.InLine;

    /// <summary>Puts it in line again after it was taken; not if nobody waits for it any more.</summary>
    public bool TryReturn()
    {
        Interlocked.Exchange(ref _place, (int)Place.InLine);
        if (!_isGone) return true;
        Drop(_goneBy);
        return false;
    }

    /// <summary>Takes it out of the line unsaved, for a caller who is gone; while it is taken it is too late for that, unless it is returned.</summary>
    public void Drop(CancellationToken cancellationToken)
    {
        _goneBy = cancellationToken;
        _isGone = true;
        if (Interlocked.CompareExchange(ref _place, (int)Place.Dropped, (int)Place.InLine) == (int)Place.InLine) _done.TrySetCanceled(cancellationToken);
    }

    /// <summary>Takes it out of the line for want of time or room.</summary>
    public void GiveUp()
    {
        if (TryTake()) End(Commit.Refused(CommonErrors.Busy));
    }

    public void End(Commit commit) => _done.TrySetResult(commit);

    public void Fail(Exception exception) => _done.TrySetException(exception);

    /// <summary>The database makes some keys when it inserts the row.</summary>
    private static bool IsFound(EntityEntry row) =>
        row.State is not EntityState.Added || row.Metadata.FindPrimaryKey()!.Properties.All(property => property.ValueGenerated is ValueGenerated.Never);

    /// <summary>None of the keys has more than two columns.</summary>
    private static object KeyOf(EntityEntry row)
    {
        var key = row.Metadata.FindPrimaryKey()!.Properties;
        return (row.Metadata.ClrType, row.CurrentValues[key[0]], row.CurrentValues[key[^1]]);
    }
}
