using System.Runtime.CompilerServices;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>Units of the path of messages in one transaction: what <see cref="UnitOfWork"/> does for one, with as many statements for many.</summary>
internal sealed class UnitsTogether(ElizaDbContext db, IDatabaseLocks locks, IReadOnlyList<CommitUnit> units, DateTimeOffset now)
{
    private readonly List<CommitUnit> _written = [];
    private readonly List<CommitUnit> _stale = [];
    private readonly Dictionary<ChannelId, (int Messages, long Last)> _channels = [];

    /// <summary>Writes those that still hold.</summary>
    public async Task WriteAsync()
    {
        var rows = await db.LockChannelsAsync(units.SelectMany(unit => unit.Premises.Channels.Keys.Concat(unit.Additions.Select(added => added.Channel))));
        var agents = units.Any(unit => unit.Premises.Agents is not null) ? await db.ShareAgentsAsync(locks) : (long?)null;
        foreach (var unit in units)
        {
            var holds = !unit.IsTooLate(now) && unit.Premises.Hold(rows, agents) && unit.Additions.All(added => added.Messages.Count == 0 || rows.ContainsKey(added.Channel));
            (holds ? _written : _stale).Add(unit);
            if (holds) Add(unit, rows);
        }
        await db.SaveChangesAsync(CancellationToken.None);
        await CountAsync();
    }

    /// <summary>Tells each how it ended; call it behind the commit.</summary>
    public void Tell()
    {
        foreach (var unit in _written) unit.End(Commit.Saved(unit.Events));
        foreach (var unit in _stale) unit.End(Commit.Stale);
    }

    private void Add(CommitUnit unit, Dictionary<ChannelId, LockedChannel> rows)
    {
        foreach (var added in unit.Additions)
        {
            // To a channel that is gone no changes are added.
            if (!rows.TryGetValue(added.Channel, out var row)) continue;
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

    private async Task CountAsync()
    {
        foreach (var some in _channels.Chunk(MostInStatement))
        {
            var values = string.Join(", ", some.Select((_, i) => $"({{{3 * i}}}, {{{3 * i + 1}}}, {{{3 * i + 2}}})"));
            var parameters = some.SelectMany(channel => (object[])[channel.Key.Value, channel.Value.Messages, channel.Value.Last]);
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(Count.Replace(Values, values, StringComparison.Ordinal), [.. parameters]), CancellationToken.None);
        }
    }

    /// <summary>Three parameters each; a statement may have some 2,000.</summary>
    private const int MostInStatement = 500;

    private const string Values = "{values}";

    /// <summary>Understood by all database servers.</summary>
    private const string Count = """
        UPDATE "Channels" SET "MessageCount" = "Channels"."MessageCount" + added.messages, "LastStamp" = added.stamp
        FROM (VALUES {values}) AS added(id, messages, stamp) WHERE "Channels"."Id" = added.id
        """;
}
