using Eliza.Application.Access;
using Eliza.Application.Access.CreateApiKey;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Access;

/// <summary>The body of a key's creation.</summary>
public sealed class CreateApiKeyRequest : CreatingRequest
{
    /// <summary>What people call the key, 1–100 characters. Required.</summary>
    public string? Name { get; init; }

    /// <summary>service, for a trusted back end, or agent. Required.</summary>
    public string? Kind { get; init; }

    /// <summary>The agent whose key it is; required for that kind, and for no other.</summary>
    public string? AgentId { get; init; }

    /// <summary>Of messages:read, messages:write, channels:write, sessions:write, agents:write, tokens:issue, admin; the last three not for agents. messages:read alone when missing.</summary>
    public IReadOnlyList<string?>? Scopes { get; init; }

    /// <summary>How long it is valid, ten years at most; for ever when missing.</summary>
    public long? ExpiresInSeconds { get; init; }

    /// <summary>A rate limit of its own.</summary>
    public ApiKeyLimitsRequest? Limits { get; init; }

    internal CreateApiKeyCommand ToCommand() =>
        new(Name, Kind, AgentId, Scopes, ExpiresInSeconds, Limits is null ? null : new ApiKeyLimits(Limits.RequestsPerMinute));
}

/// <summary>A key's own rate limit.</summary>
public sealed class ApiKeyLimitsRequest
{
    /// <summary>1 to 1,000,000, in the place of the usual limit.</summary>
    public long? RequestsPerMinute { get; init; }
}
