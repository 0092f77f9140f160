using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Messages;

internal sealed class MessageSearch(ElizaDbContext db, ISearchDialect dialect) : IMessageSearch
{
    /// <summary>How many messages are looked through at most; null for what the database bears.</summary>
    internal int? Reach { get; init; }

    public async Task<FoundMessages> FindAsync(SearchCriteria criteria, CancellationToken cancellationToken)
    {
        if (criteria.Words is { Words: [] }) return new FoundMessages([], 0);

        var (messages, total) = dialect.Ends(criteria) ? await ReadAsync(criteria, cancellationToken) : await LookThroughAsync(criteria, cancellationToken);
        var ids = messages.Select(message => message.ChannelId).Distinct().ToList();
        var servers = await db.Channels.Where(channel => ids.Contains(channel.Id))
            .Select(channel => new { channel.Id, channel.ServerId }).ToDictionaryAsync(channel => channel.Id, channel => channel.ServerId, cancellationToken);

        // A channel that was deleted between the two looks has taken its messages along.
        return new FoundMessages(
            [.. messages.Where(message => servers.ContainsKey(message.ChannelId)).Select(message => (message, servers[message.ChannelId]))], total);
    }

    /// <summary>
    /// The place of the last message that a search reaches, so that a search for what there is none of ends: nothing stops a statement of
    /// SQLite that runs, neither time-out nor cancellation.
    /// </summary>
    internal static IQueryable<long> Oldest(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria, int reach)
    {
        var sql = new SearchSql(criteria, dialect, oldest: 0, reach);
        return db.Database.SqlQueryRaw<long>(sql.Oldest, sql.Parameters);
    }

    internal static IQueryable<long> Found(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria, long oldest)
    {
        var sql = new SearchSql(criteria, dialect, oldest, dialect.Reach(criteria));
        return db.Database.SqlQueryRaw<long>(sql.Found, sql.Parameters);
    }

    internal static IQueryable<Message> Of(ElizaDbContext db, IReadOnlyList<long> sequences) =>
        db.Messages.Where(message => sequences.Contains(message.Sequence)).OrderByDescending(message => message.Sequence);

    internal static IQueryable<Message> Page(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria)
    {
        var sql = new SearchSql(criteria, dialect, oldest: 0, dialect.Reach(criteria));
        return db.Messages.FromSqlRaw(sql.Page, sql.Parameters);
    }

    internal static IQueryable<long> Total(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria)
    {
        var sql = new SearchSql(criteria, dialect, oldest: 0, dialect.Reach(criteria));
        return db.Database.SqlQueryRaw<long>(sql.Total, sql.Parameters);
    }

    /// <summary>A page and a count, each as little work as it gives.</summary>
    private async Task<(IReadOnlyList<Message> Messages, long Total)> ReadAsync(SearchCriteria criteria, CancellationToken cancellationToken)
    {
        var messages = await Page(db, dialect, criteria).AsNoTracking().ToListAsync(cancellationToken);
        return (messages, await Total(db, dialect, criteria).SingleAsync(cancellationToken));
    }

    /// <summary>What is looked through is looked through once, for the page and the count.</summary>
    private async Task<(IReadOnlyList<Message> Messages, long Total)> LookThroughAsync(SearchCriteria criteria, CancellationToken cancellationToken)
    {
        var oldest = await Oldest(db, dialect, criteria, Reach ?? dialect.Reach(criteria)).ToListAsync(cancellationToken);
        var found = await Found(db, dialect, criteria, oldest.FirstOrDefault()).ToListAsync(cancellationToken);
        var messages = await Of(db, [.. found.Skip(criteria.Offset).Take(criteria.Limit)]).AsNoTracking().ToListAsync(cancellationToken);
        return (messages, Math.Min(found.Count, SearchCriteria.MaxTotal));
    }
}
