using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Messages;

internal sealed class MessageSearch(ElizaDbContext db, ISearchDialect dialect) : IMessageSearch
{
    public async Task<FoundMessages> FindAsync(SearchCriteria criteria, CancellationToken cancellationToken)
    {
        if (criteria.Words is { Words: [] }) return new FoundMessages([], 0);

        var messages = await Page(db, dialect, criteria).AsNoTracking().ToListAsync(cancellationToken);
        var ids = messages.Select(message => message.ChannelId).Distinct().ToList();
        var servers = await db.Channels.Where(channel => ids.Contains(channel.Id))
            .Select(channel => new { channel.Id, channel.ServerId }).ToDictionaryAsync(channel => channel.Id, channel => channel.ServerId, cancellationToken);
        var total = await Total(db, dialect, criteria).SingleAsync(cancellationToken);

        // A channel that was deleted between the two looks has taken its messages along.
        return new FoundMessages(
            [.. messages.Where(message => servers.ContainsKey(message.ChannelId)).Select(message => (message, servers[message.ChannelId]))], total);
    }

    internal static IQueryable<Message> Page(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria)
    {
        var sql = new SearchSql(criteria, dialect);
        return db.Messages.FromSqlRaw(sql.Page, sql.Parameters);
    }

    internal static IQueryable<long> Total(ElizaDbContext db, ISearchDialect dialect, SearchCriteria criteria)
    {
        var sql = new SearchSql(criteria, dialect);
        return db.Database.SqlQueryRaw<long>(sql.Total, sql.Parameters);
    }
}
