using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class AgentMemoryRepository(ElizaDbContext db) : IAgentMemoryRepository
{
    public Task<AgentMemory?> FindAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken) =>
        db.AgentMemories.FirstOrDefaultAsync(memory => memory.ChannelId == channel && memory.AgentId == agent, cancellationToken);

    public void Add(AgentMemory memory) => db.Add(memory);
}
