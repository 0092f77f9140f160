using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Access.CreateApiKey;

/// <summary>Makes an API key. Admins alone may.</summary>
/// <param name="Kind">service or agent.</param>
/// <param name="AgentId">The agent whose key it is; for that kind only.</param>
/// <param name="Scopes">What it allows; <c>messages:read</c> alone when missing.</param>
/// <param name="ExpiresInSeconds">How long it is valid; for ever when missing.</param>
/// <param name="Limits">Its own rate limit in the place of the usual one.</param>
public sealed record CreateApiKeyCommand(
    string? Name, string? Kind, string? AgentId, IReadOnlyList<string?>? Scopes, long? ExpiresInSeconds, ApiKeyLimits? Limits)
    : ICommand<IssuedApiKey>, IIdempotent, IShownOnce;
