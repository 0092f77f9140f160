using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class AgentRunRepository(ElizaDbContext db, WriteTransaction transaction, NewRows rows) : IAgentRunRepository
{
    public Task<AgentRun?> FindAsync(AgentRunId id, CancellationToken cancellationToken) =>
        db.AgentRuns.FirstOrDefaultAsync(run => run.Id == id, cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ListAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.GetQuery(db.AgentRuns, specification).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ClaimAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(SpecificationEvaluator.GetQuery(db.AgentRuns, specification), cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ListDueAsync(
        DateTimeOffset now, IReadOnlyCollection<ActorId> busy, int limit, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(DueRuns(db, now, busy).Take(limit), cancellationToken);

    public Task<AgentRun?> FindNextAsync(Conversation conversation, CancellationToken cancellationToken) =>
        NextRun(db, conversation).FirstOrDefaultAsync(cancellationToken);

    public Task<AgentRun?> FindAsync(MessageId message, ActorId agent, CancellationToken cancellationToken) =>
        db.AgentRuns.FirstOrDefaultAsync(run => run.MessageId == message && run.AgentId == agent, cancellationToken);

    public Task<AgentRun?> FindUnderWayAsync(Conversation conversation, CancellationToken cancellationToken) =>
        UnderWay(db, conversation).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ListInboxAsync(ActorId agent, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await Inbox(db, agent, now).Take(limit).ToListAsync(cancellationToken);

    public async Task IgnoreOpenAsync(ActorId agent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.OpenForAgentsAsync(cancellationToken);
        await IgnoreAsync(OpenOf(db, agent), now, cancellationToken);
    }

    public async Task IgnoreOpenAsync(Conversation conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await db.LockChannelsAsync([conversation.ChannelId]);
        await IgnoreAsync(OpenOf(db, conversation.AgentId).Where(run => run.ChannelId == conversation.ChannelId), now, cancellationToken);
    }

    /// <remarks>Only the newest run of all: an older one says nothing of what the agent does now.</remarks>
    public async Task<AgentRun?> FindEndedAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken) =>
        await Newest(db, conversation).FirstOrDefaultAsync(cancellationToken) is { } run && run.EndedAt >= since ? run : null;

    public void Add(AgentRun run) => rows.Add(run);

    internal static IQueryable<AgentRun> NextRun(ElizaDbContext db, Conversation conversation) => Open(db)
        .Where(run => run.AgentId == conversation.AgentId && run.ChannelId == conversation.ChannelId && !run.IsFetched)
        .OrderBy(run => run.Sequence);

    /// <summary>Spelled so that both look-ups can use the indexes over open runs.</summary>
    internal static IQueryable<AgentRun> DueRuns(ElizaDbContext db, DateTimeOffset now, IReadOnlyCollection<ActorId> busy)
    {
        var open = Open(db);
        var due = open.Where(run => run.DueAt <= now && !run.IsFetched);
        if (busy.Count > 0) due = due.Where(run => !busy.Contains(run.AgentId));
        return due
            .Where(run => !open.Any(earlier =>
                earlier.AgentId == run.AgentId && earlier.ChannelId == run.ChannelId && earlier.Sequence < run.Sequence))
            .OrderBy(run => run.DueAt).ThenBy(run => run.Sequence);
    }

    internal static IQueryable<AgentRun> UnderWay(ElizaDbContext db, Conversation conversation) => Open(db)
        .Where(run => run.AgentId == conversation.AgentId && run.ChannelId == conversation.ChannelId && run.Status == AgentRunStatus.Running)
        .OrderBy(run => run.Sequence);

    /// <summary>It reads what the agent has not done yet, and sorts the one run of each channel.</summary>
    internal static IQueryable<AgentRun> Inbox(ElizaDbContext db, ActorId agent, DateTimeOffset now)
    {
        var open = Open(db);
        return open.Where(run => run.AgentId == agent && run.IsFetched && run.DueAt <= now)
            .Where(run => db.Participants.Any(participant => participant.ChannelId == run.ChannelId && participant.ActorId == run.AgentId))
            .Where(run => !open.Any(earlier =>
                earlier.AgentId == run.AgentId && earlier.ChannelId == run.ChannelId && earlier.Sequence < run.Sequence))
            .OrderBy(run => run.Sequence);
    }

    internal static IQueryable<AgentRun> Newest(ElizaDbContext db, Conversation conversation) => db.AgentRuns
        .Where(run => run.AgentId == conversation.AgentId && run.ChannelId == conversation.ChannelId)
        .OrderByDescending(run => run.Sequence);

    internal static IQueryable<AgentRun> OpenOf(ElizaDbContext db, ActorId agent) => Open(db).Where(run => run.AgentId == agent);

    private static Task<int> IgnoreAsync(IQueryable<AgentRun> open, DateTimeOffset now, CancellationToken cancellationToken) => open.ExecuteUpdateAsync(
        run => run
            .SetProperty(r => r.Status, r => r.ReplyId == null ? AgentRunStatus.Ignored : AgentRunStatus.Completed)
            .SetProperty(r => r.Lease, (Guid?)null)
            .SetProperty(r => r.EndedAt, now),
        cancellationToken);

    private static IQueryable<AgentRun> Open(ElizaDbContext db) => db.AgentRuns.Where(run => run.EndedAt == null);
}
