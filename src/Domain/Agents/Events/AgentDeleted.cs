using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent is gone, and out of every channel.</summary>
public sealed record AgentDeleted(ActorId AgentId) : IDomainEvent;
