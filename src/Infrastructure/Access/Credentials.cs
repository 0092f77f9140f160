using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Finds a key by its hash. To look a hash up in an index tells a guesser nothing: what it would learn about, byte by
/// byte, is SHA-256 of a random key. Every request asks the database, so a revoked key ends at once on every node.
/// </summary>
internal sealed class Credentials(
    ElizaDbContext db, IUserTokens tokens, IAgentDirectory agents, BootstrapKeyHash bootstrap, TimeProvider time) : ICredentials
{
    public async Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken)
    {
        var hash = ApiKeyText.HashOf(apiKey);
        if (hash != bootstrap.Value && !ApiKeyText.IsWellFormed(apiKey)) return AccessErrors.InvalidCredential;

        var key = await KeysOfHash(db, hash).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return key is not null && key.Accepts(hash, time.GetUtcNow()) ? CallerOf(key) : AccessErrors.InvalidCredential;
    }

    public async Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken)
    {
        if (!MayBeToken(bearer)) return await ReadKeyAsync(bearer, cancellationToken);

        var read = await tokens.ReadAsync(bearer, cancellationToken);
        if (read.Error is not null) return read;

        // Whoever vouches for people must not make one an agent of ours.
        return await agents.FindAsync(read.Value.Actor!, cancellationToken) is null ? read : AccessErrors.InvalidCredential;
    }

    /// <summary>The key of that hash, be it of today or rotated out: a look-up in each of the two indexes.</summary>
    internal static IQueryable<ApiKey> KeysOfHash(ElizaDbContext db, string hash) =>
        db.ApiKeys.Where(key => key.Hash == hash || key.PreviousHash == hash);

    /// <summary>The parts of a token are divided by dots, which no key of ours has.</summary>
    private bool MayBeToken(string bearer) => bearer.Contains('.') && ApiKeyText.HashOf(bearer) != bootstrap.Value;

    private static Caller CallerOf(ApiKey key) => key.AgentId is { } agent
        ? Caller.Agent(key.Id.Value, key.Name.Value, agent, key.Scopes, key.RequestsPerMinute)
        : Caller.Service(key.Id.Value, key.Name.Value, key.Scopes, key.RequestsPerMinute);
}
