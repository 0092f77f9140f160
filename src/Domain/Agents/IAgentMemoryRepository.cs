using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>What agents remember: at most one memory for each agent in each channel.</summary>
public interface IAgentMemoryRepository
{
    Task<AgentMemory?> FindAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken);

    void Add(AgentMemory memory);
}
