using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ServerRepository(ElizaDbContext db, WriteTransaction transaction, Outdated outdated) : IServerRepository
{
    public Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken) =>
        db.Servers.AnyAsync(server => server.Id == id, cancellationToken);

    public Task<Server?> FindAsync(ISpecification<Server> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.GetQuery(db.Servers, specification).FirstOrDefaultAsync(cancellationToken);

    public void Add(Server server) => db.Add(server);

    public async Task RemoveAsync(Server server, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        var channels = await db.Channels.Where(channel => channel.ServerId == server.Id).Select(channel => channel.Id).ToListAsync(cancellationToken);
        await db.LockChannelsAsync(channels);
        await db.EmptyAnswersAsync(db.Messages.Where(message => channels.Contains(message.ChannelId)), cancellationToken);
        outdated.AddAllChannels();
        db.Remove(server);
    }
}
