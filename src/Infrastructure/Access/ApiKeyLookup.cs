using Eliza.Application.Access;
using Eliza.Domain.Access;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Finds a key by its hash. To look a hash up in an index tells a guesser nothing: what it would learn about, byte by
/// byte, is SHA-256 of a random key.
/// </summary>
internal sealed class ApiKeyLookup(ElizaDbContext db) : IApiKeyLookup
{
    public async Task<ApiKeyEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = ApiKey.HashOf(key);
        var found = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        return found is null ? null : new ApiKeyEntry(found.Id.Value, found.Name.Value);
    }
}
