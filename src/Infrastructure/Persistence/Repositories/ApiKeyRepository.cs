using Eliza.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ApiKeyRepository(ElizaDbContext db) : IApiKeyRepository
{
    public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        db.ApiKeys.FirstOrDefaultAsync(key => key.Id == id, cancellationToken);

    public void Add(ApiKey key) => db.Add(key);
}
