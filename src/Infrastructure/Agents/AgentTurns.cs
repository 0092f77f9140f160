using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class AgentTurns(ElizaDbContext db) : IAgentTurns
{
    public async Task<AgentTurn?> FindAsync(AgentRunId run, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.AgentRuns
            where row.Id == run
            join message in db.Messages on row.MessageId equals message.Id
            join agent in db.Agents on row.AgentId equals agent.Id
            where agent.IsActive
            select new
            {
                Agent = agent,
                Message = message,
                State = db.AgentMemories
                    .Where(memory => memory.ChannelId == row.ChannelId && memory.AgentId == row.AgentId)
                    .Select(memory => memory.State).FirstOrDefault(),
            }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

        return found is null
            ? null
            : new AgentTurn(
                found.Agent.Id, found.Agent.Name, found.Agent.Kind.Value, found.Message.ChannelId, found.Message.Id,
                found.Message.Author, found.Message.Content.Value, found.State);
    }
}
