using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class RunHistory(ElizaDbContext db) : IRunHistory
{
    public async Task<RunList> ListAsync(RunFilter filter, int limit, int offset, CancellationToken cancellationToken)
    {
        var oldest = await Oldest(db, filter).FirstOrDefaultAsync(cancellationToken);
        var matching = Matching(db, filter, oldest);
        var runs = await Shown(db, matching.OrderByDescending(run => run.Sequence).Skip(offset).Take(limit)).ToListAsync(cancellationToken);
        var total = await matching.CountAsync(cancellationToken);
        return new RunList(
            [.. runs.Select(row => Response(row.Run, row.Author))], total, HasMore: offset + runs.Count < total, new RunPagination(limit, offset, total));
    }

    public async Task<RunResponse?> FindAsync(ActorId agent, AgentRunId id, CancellationToken cancellationToken)
    {
        var found = await Shown(db, db.AgentRuns.Where(run => run.Id == id && run.AgentId == agent)).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : Response(found.Run, found.Author);
    }

    /// <summary>The place of the last run that a list reaches, counted in the index alone.</summary>
    internal static IQueryable<long> Oldest(ElizaDbContext db, RunFilter filter) =>
        Of(db, filter).OrderByDescending(run => run.Sequence).Select(run => run.Sequence).Skip(IRunHistory.MaxReach - 1).Take(1);

    internal static IQueryable<AgentRun> Matching(ElizaDbContext db, RunFilter filter, long oldest)
    {
        var runs = Of(db, filter).Where(run => run.Sequence >= oldest);
        if (filter.Statuses.Count > 0) runs = runs.Where(run => filter.Statuses.Contains(run.Status));
        if (filter.From is { } from) runs = runs.Where(run => run.CreatedAt >= from);
        if (filter.To is { } to) runs = runs.Where(run => run.CreatedAt <= to);
        return runs;
    }

    internal static IQueryable<ShownRun> Shown(ElizaDbContext db, IQueryable<AgentRun> runs) => runs
        .Select(run => new ShownRun(run, db.Messages.Where(message => message.Id == run.MessageId).Select(message => message.Author).First()))
        .AsNoTracking();

    private static IQueryable<AgentRun> Of(ElizaDbContext db, RunFilter filter)
    {
        var runs = db.AgentRuns.Where(run => run.AgentId == filter.AgentId);
        return filter.ChannelId is { } channel ? runs.Where(run => run.ChannelId == channel) : runs;
    }

    private static RunResponse Response(AgentRun run, ActorId author) => new(
        run.Id.Value,
        run.AgentId.Value,
        run.Status.Name(),
        run.Attempts,
        run.MessageId.Value,
        run.ChannelId.Value,
        author.Value,
        run.CreatedAt.ToUnixTimeMilliseconds(),
        run.StartedAt?.ToUnixTimeMilliseconds(),
        run.EndedAt?.ToUnixTimeMilliseconds(),
        run.LastError,
        run.ReplyId?.Value);

    internal sealed record ShownRun(AgentRun Run, ActorId Author);
}
