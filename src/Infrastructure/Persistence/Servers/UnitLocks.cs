using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// The locks of a transaction that saves units. What others hold is passed over. One lock may be waited for, and comes first: while one waits for it
/// nothing is held that somebody else could need.
/// </summary>
internal sealed class UnitLocks(ElizaDbContext db, IDatabaseLocks locks)
{
    private readonly HashSet<object> _passedOver = [];

    /// <summary>The revision of the agents, when somebody needs it and the lock was free.</summary>
    public long? Agents { get; private set; }

    /// <summary>The rows of the channels that are there and were free.</summary>
    public IReadOnlyDictionary<ChannelId, LockedChannel> Channels { get; private set; } = new Dictionary<ChannelId, LockedChannel>();

    /// <summary>Waits for one lock.</summary>
    /// <param name="need">One of a unit's <see cref="CommitUnit.Needs"/>.</param>
    public Task WaitForAsync(object need) => need switch
    {
        DatabaseLock name => locks.TakeAsync(db, name, isShared: true, CancellationToken.None),
        ChannelId channel => db.LockChannelsAsync([channel]),
        SessionId session => Sessions([session]).Locked().ToListAsync(),
        AgentRunId run => Runs([run]).Locked().ToListAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "Nobody can wait for that."),
    };

    /// <summary>Takes what the units need, as far as it is free: agents first, then channels, then the rest, as everybody does.</summary>
    public async Task TakeFreeAsync(IEnumerable<CommitUnit> units)
    {
        var needs = units.SelectMany(unit => unit.Needs).ToHashSet();
        if (needs.Contains(DatabaseLock.Agents))
        {
            if (await locks.TryTakeSharedAsync(db, DatabaseLock.Agents)) Agents = await db.FindAgentsRevisionAsync();
            else _passedOver.Add(DatabaseLock.Agents);
        }
        List<ChannelId> channels = [.. needs.OfType<ChannelId>()];
        Channels = await db.LockFreeChannelsAsync(channels);
        await NoteAsync(channels.Where(channel => !Channels.ContainsKey(channel)), ids => db.Channels.Where(row => ids.Contains(row.Id)).Select(row => row.Id));
        await LockAsync([.. needs.OfType<SessionId>()], Sessions);
        await LockAsync([.. needs.OfType<AgentRunId>()], Runs);
    }

    /// <summary>What of a unit's needs somebody else holds; null when it has them all.</summary>
    public object? FindHeld(CommitUnit unit) => _passedOver.Count == 0 ? null : unit.Needs.FirstOrDefault(_passedOver.Contains);

    private IQueryable<SessionId> Sessions(List<SessionId> ids) => db.Sessions.Where(row => ids.Contains(row.Id)).Select(row => row.Id);

    private IQueryable<AgentRunId> Runs(List<AgentRunId> ids) => db.AgentRuns.Where(row => ids.Contains(row.Id)).Select(row => row.Id);

    private async Task LockAsync<T>(List<T> wanted, Func<List<T>, IQueryable<T>> rows)
        where T : notnull
    {
        if (wanted.Count == 0) return;
        var got = await rows(wanted).LockedOrSkipped().ToListAsync();
        await NoteAsync(wanted.Except(got), rows);
    }

    /// <summary>Rows that we did not get, and that are there, are somebody else's; others are gone.</summary>
    private async Task NoteAsync<T>(IEnumerable<T> missing, Func<List<T>, IQueryable<T>> rows)
        where T : notnull
    {
        List<T> ids = [.. missing];
        if (ids.Count == 0) return;
        foreach (var held in await rows(ids).ToListAsync()) _passedOver.Add(held);
    }
}
