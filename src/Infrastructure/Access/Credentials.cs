using Eliza.Application.Access;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Known;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Finds a key by its hash. To look a hash up in an index tells a guesser nothing: what it would learn about, byte by
/// byte, is SHA-256 of a random key. What was found is kept for a moment, see <see cref="KnownKeys"/>.
/// </summary>
internal sealed class Credentials(KnownKeys keys, KnownAgents agents, IUserTokens tokens, BootstrapKeyHash bootstrap, TimeProvider time) : ICredentials
{
    public async Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken)
    {
        var hash = ApiKeyText.HashOf(apiKey);
        if (!ApiKeyText.IsWellFormed(apiKey) && !await bootstrap.IsAsync(hash, cancellationToken)) return AccessErrors.InvalidCredential;

        return await keys.FindAsync(hash, time.GetUtcNow(), cancellationToken) is { } caller ? caller : AccessErrors.InvalidCredential;
    }

    public async Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken)
    {
        if (!await MayBeTokenAsync(bearer, cancellationToken)) return await ReadKeyAsync(bearer, cancellationToken);

        var read = await tokens.ReadAsync(bearer, cancellationToken);
        if (read.Error is not null) return read;

        // Whoever vouches for people must not make one an agent of ours.
        var revision = await agents.FindRevisionAsync(cancellationToken);
        return await agents.FindAsync(revision, read.Value.Actor!, cancellationToken) is null ? read : AccessErrors.InvalidCredential;
    }

    /// <summary>The parts of a token are divided by dots, which no key of ours has.</summary>
    private async ValueTask<bool> MayBeTokenAsync(string bearer, CancellationToken cancellationToken) =>
        bearer.Contains('.') && !await bootstrap.IsAsync(ApiKeyText.HashOf(bearer), cancellationToken);
}
