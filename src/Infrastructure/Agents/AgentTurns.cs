using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
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
            where agent.IsActive && db.Participants.Any(participant => participant.ChannelId == row.ChannelId && participant.ActorId == row.AgentId)
            select new
            {
                row.Attempts,
                Agent = agent,
                Message = message,
                State = db.AgentMemories
                    .Where(memory => memory.ChannelId == row.ChannelId && memory.AgentId == row.AgentId)
                    .Select(memory => memory.State).FirstOrDefault(),
            }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;

        var turn = Turn(run, found.Attempts, found.Agent, found.Message, found.State);
        return found.Agent.Kind.ReadsHistory
            ? turn with { Context = await ContextAsync(found.Message, found.Agent.Settings, cancellationToken) }
            : turn;
    }

    /// <summary>The newest messages before a place in the channel, newest first, with the names of those who still take part.</summary>
    internal static IQueryable<PastMessage> Before(ElizaDbContext db, ChannelId channel, long stamp, int limit) =>
        db.Messages.Where(message => message.ChannelId == channel && message.Stamp < stamp)
            .OrderByDescending(message => message.Stamp)
            .Take(limit)
            .Select(message => new PastMessage(
                message.Id,
                message.Author,
                message.AuthorKind,
                db.Participants.Where(participant => participant.ChannelId == channel && participant.ActorId == message.Author)
                    .Select(participant => participant.Name).FirstOrDefault(),
                message.Content.Value,
                message.CreatedAt));

    private static AgentTurn Turn(AgentRunId run, int attempts, Agent agent, Message message, string? state) => new(
        agent.Id, agent.Name, agent.Kind.Value, message.ChannelId, message.Id, message.Author, message.Content.Value, state)
    {
        RunId = run,
        Attempt = attempts,
        Settings = agent.Settings,
        AgentUpdatedAt = agent.UpdatedAt,
        WebhookSecret = agent.WebhookSecret,
        InReplyTo = message.InReplyTo,
        Attachments = message.Attachments,
        Metadata = message.Metadata,
        CreatedAt = message.CreatedAt,
    };

    private async Task<TurnContext?> ContextAsync(Message message, AgentSettings settings, CancellationToken cancellationToken)
    {
        var place = await db.Channels.Where(channel => channel.Id == message.ChannelId)
            .Select(channel => new
            {
                channel.ServerId,
                AuthorName = db.Participants
                    .Where(participant => participant.ChannelId == message.ChannelId && participant.ActorId == message.Author)
                    .Select(participant => participant.Name).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancellationToken);
        if (place is null) return null;

        var length = settings.HistoryLength ?? AgentSettings.DefaultHistoryLength;
        List<PastMessage> history = length == 0
            ? []
            : await Before(db, message.ChannelId, message.Stamp, length).ToListAsync(cancellationToken);
        history.Reverse();
        return new TurnContext(place.ServerId, place.AuthorName, history);
    }
}
