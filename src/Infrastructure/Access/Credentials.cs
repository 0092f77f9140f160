using Eliza.Application.Access;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Finds a key by its hash. To look a hash up in an index tells a guesser nothing: what it would learn about, byte by
/// byte, is SHA-256 of a random key.
/// </summary>
internal sealed class Credentials(ElizaDbContext db) : ICredentials
{
    public async Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken)
    {
        var hash = ApiKey.HashOf(apiKey);
        var found = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        return found is null ? AccessErrors.InvalidCredential : Caller.Service(found.Id.Value, found.Name.Value, Scopes.Admin);
    }

    public Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken) => ReadKeyAsync(bearer, cancellationToken);
}
