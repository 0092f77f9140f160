using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class SessionTimeRepository(ElizaDbContext db) : ISessionTimeRepository
{
    public void Add(SessionTime time) => db.Add(time);

    public Task<SessionTime?> FindAsync(CancellationToken cancellationToken) => db.SessionTimes.FirstOrDefaultAsync(cancellationToken);
}
