using Eliza.Domain.Access;

namespace Eliza.Application.Access;

/// <summary>Keys are named by ids that clients write; what is no UUID names nothing.</summary>
internal static class ApiKeyRepositoryLookup
{
    public static async Task<ApiKey?> FindAsync(this IApiKeyRepository keys, string keyId, CancellationToken cancellationToken) =>
        ApiKeyId.TryParse(keyId, out var id) ? await keys.FindAsync(id, cancellationToken) : null;
}
