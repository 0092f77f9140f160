using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class PlatformUserRepository(ElizaDbContext db) : IPlatformUserRepository
{
    public Task<PlatformUser?> FindAsync(Source source, CancellationToken cancellationToken) =>
        db.PlatformUsers.FirstOrDefaultAsync(user => user.Source == source, cancellationToken);

    public void Add(PlatformUser user) => db.Add(user);
}
