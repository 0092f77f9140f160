using Eliza.Domain.Servers;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ServerRepository(ElizaDbContext db) : IServerRepository
{
    public Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken) =>
        db.Servers.AnyAsync(server => server.Id == id, cancellationToken);

    public void Add(Server server) => db.Add(server);
}
