using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent answers again.</summary>
public sealed record AgentStarted(ActorId AgentId) : IDomainEvent;
