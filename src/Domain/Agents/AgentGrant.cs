using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>A person's leave for an agent to post in that person's name.</summary>
public sealed class AgentGrant : AggregateRoot
{
    private AgentGrant() { }

    public ActorId AgentId { get; private set; } = null!;

    /// <summary>The person.</summary>
    public ActorId UserId { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public static AgentGrant Create(ActorId agent, ActorId user, DateTimeOffset now) => new() { AgentId = agent, UserId = user, CreatedAt = now };

    /// <summary>Says that it is over; the repository takes it away.</summary>
    public void End() => Raise(new AgentGrantEnded(AgentId, UserId));
}
