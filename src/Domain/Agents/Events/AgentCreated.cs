using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent was made.</summary>
public sealed record AgentCreated(ActorId AgentId) : IDomainEvent;
