using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public interface IAgentMemoryRepository
{
    Task<AgentMemory?> FindAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken);

    void Add(AgentMemory memory);
}
