using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class AgentRunRepository(ElizaDbContext db) : IAgentRunRepository
{
    public Task<AgentRun?> FindAsync(AgentRunId id, CancellationToken cancellationToken) =>
        db.AgentRuns.FirstOrDefaultAsync(run => run.Id == id, cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ListAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.GetQuery(db.AgentRuns, specification).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<AgentRun>> ListDueAsync(
        DateTimeOffset now, IReadOnlyCollection<ActorId> busy, int limit, CancellationToken cancellationToken) =>
        await DueRuns(db, now, busy).Take(limit).ToListAsync(cancellationToken);

    public Task<AgentRun?> FindNextAsync(Conversation conversation, CancellationToken cancellationToken) =>
        NextRun(db, conversation).FirstOrDefaultAsync(cancellationToken);

    public void Add(AgentRun run) => db.Add(run);

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

    private static IQueryable<AgentRun> Open(ElizaDbContext db) => db.AgentRuns.Where(run => run.EndedAt == null);
}
