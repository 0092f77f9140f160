using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent may act for a person no more.</summary>
public sealed record AgentGrantEnded(ActorId AgentId, ActorId UserId) : IDomainEvent;
