using Eliza.Domain.Access;
using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>A key as it is told the one time that it is shown. Times are in Unix seconds.</summary>
public sealed record IssuedApiKey(
    Guid Id,
    string Key,
    string Prefix,
    string Name,
    string Kind,
    string? AgentId,
    IReadOnlyList<string> Scopes,
    ApiKeyLimits? Limits,
    long CreatedAt,
    long? ExpiresAt)
{
    internal static IssuedApiKey Of(ApiKey key, string text) => new(
        key.Id.Value,
        text,
        key.Prefix,
        key.Name.Value,
        key.Kind.Name(),
        key.AgentId?.Value,
        key.Scopes.Names(),
        key.RequestsPerMinute is { } requests ? new ApiKeyLimits(requests) : null,
        key.CreatedAt.ToUnixTimeSeconds(),
        key.ExpiresAt?.ToUnixTimeSeconds());

    /// <summary>A record would print its secret.</summary>
    public override string ToString() => $"{nameof(IssuedApiKey)} {Id}";
}
