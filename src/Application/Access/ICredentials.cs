using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>Tells who stands behind a credential.</summary>
public interface ICredentials
{
    /// <param name="apiKey">The key as the client presented it, whatever it is.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The caller; unauthenticated when it is no key of ours, or one that is valid no more.</returns>
    Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken);

    /// <param name="bearer">A key or a token as the client presented it, whatever it is.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The caller; unauthenticated, or unavailable when who could vouch for the token cannot be reached.</returns>
    Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken);
}
