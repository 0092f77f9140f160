using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>What a key is to be.</summary>
/// <param name="AgentId">The agent whose key it is; null for a service.</param>
/// <param name="Lifetime">How long it is valid; null for ever.</param>
/// <param name="RequestsPerMinute">Its own rate limit; null for the usual one.</param>
public sealed record ApiKeyDraft(DisplayName Name, ActorId? AgentId, Scopes Scopes, TimeSpan? Lifetime, int? RequestsPerMinute);
