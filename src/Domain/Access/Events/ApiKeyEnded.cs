using Eliza.Domain.Common;

namespace Eliza.Domain.Access.Events;

/// <summary>A key was revoked, or another one took its place: what was opened with it is to be closed.</summary>
public sealed record ApiKeyEnded(ApiKeyId KeyId) : IDomainEvent;
