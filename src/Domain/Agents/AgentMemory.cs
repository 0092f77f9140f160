using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>
/// What an agent remembers of one channel between two answers, in a form that only its runtime reads. It is saved in the
/// transaction that saves the answer, so the two never disagree.
/// </summary>
public sealed class AgentMemory : AggregateRoot
{
    private AgentMemory() { }

    public ActorId AgentId { get; private set; } = null!;

    public ChannelId ChannelId { get; private set; }

    public string State { get; private set; } = null!;

    public static AgentMemory Begin(ActorId agent, ChannelId channel, string state) =>
        new() { AgentId = agent, ChannelId = channel, State = state };

    public void Keep(string state) => State = state;
}
