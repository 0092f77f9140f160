using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent's name, settings or character changed.</summary>
public sealed record AgentChanged(ActorId AgentId) : IDomainEvent;
