namespace Eliza.Application.Access;

/// <summary>
/// A key as operators see it, without the key. <c>Kind</c> is service or agent, <c>Prefix</c> the part of the key that is
/// no secret; times are in Unix seconds.
/// </summary>
public sealed record ApiKeyResponse(
    Guid Id,
    string Prefix,
    string Name,
    string Kind,
    string? AgentId,
    IReadOnlyList<string> Scopes,
    ApiKeyLimits? Limits,
    long CreatedAt,
    long? ExpiresAt,
    long? RevokedAt);

/// <summary>A key's own rate limit.</summary>
/// <param name="RequestsPerMinute">1 to 1,000,000; null for the usual one.</param>
public sealed record ApiKeyLimits(long? RequestsPerMinute);
