using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent answers no more until it is started; what it had to do ended as ignored.</summary>
public sealed record AgentStopped(ActorId AgentId) : IDomainEvent;
