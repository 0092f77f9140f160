using Eliza.Application.Jobs;
using Eliza.Domain.Jobs;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Jobs;

internal sealed class JobBoard(ElizaDbContext db) : IJobBoard
{
    public async Task<JobView?> FindAsync(JobId id, CancellationToken cancellationToken) =>
        (await JobRows.Views(db, db.Jobs.Where(job => job.Id == id)).FirstOrDefaultAsync(cancellationToken))?.ToView();

    public async Task<JobPage> ListAsync(
        JobsOf whose, JobStatus? status, DateTimeOffset now, int limit, int offset, CancellationToken cancellationToken)
    {
        var total = await Jobs(db, whose).LongCountAsync(cancellationToken);
        if (status is null)
        {
            var all = await JobRows.Views(db, Newest(db, whose).Skip(offset).Take(limit)).ToListAsync(cancellationToken);
            return new JobPage(InOrder(all), total, total);
        }

        // What a status is, one place says; so the rows are told apart here, and not by a second wording of it for the database.
        var newest = await JobRows.Progress(db, Newest(db, whose).Take(IJobBoard.Window)).ToListAsync(cancellationToken);
        var having = newest.Where(row => row.ToProgress().StatusAt(now) == status)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => $"{row.Id}", StringComparer.Ordinal).ToList();
        JobId[] page = [.. having.Skip(offset).Take(limit).Select(row => row.Id)];
        var some = await JobRows.Views(db, db.Jobs.Where(job => page.Contains(job.Id))).ToListAsync(cancellationToken);
        return new JobPage(InOrder(some), total, having.Count);
    }

    public async Task<IReadOnlyList<JobProgress>> ListProgressAsync(JobsOf whose, CancellationToken cancellationToken)
    {
        var rows = await JobRows.Progress(db, Newest(db, whose).Take(IJobBoard.Window)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToProgress())];
    }

    internal static IQueryable<Job> Newest(ElizaDbContext db, JobsOf whose) =>
        Jobs(db, whose).OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id);

    /// <summary>A person takes part in the channels of its jobs, whoever asked for them; by those they are found.</summary>
    internal static IQueryable<Job> Jobs(ElizaDbContext db, JobsOf whose) => whose switch
    {
        { User: { } user } => db.Participants.Where(participant => participant.ActorId == user)
            .Join(db.Jobs, participant => participant.ChannelId, job => job.ChannelId, (_, job) => job)
            .Where(job => job.UserId == user),
        { Owner: { } owner } => db.Jobs.Where(job => job.Owner == owner),
        _ => db.Jobs,
    };

    /// <summary>As UUIDs lie in SQLite they are ordered as text, which for those made here is the order of their making.</summary>
    private static IReadOnlyList<JobView> InOrder(IEnumerable<JobRows.Row> rows) => [.. rows
        .OrderByDescending(row => row.Job.CreatedAt).ThenByDescending(row => $"{row.Job.Id}", StringComparer.Ordinal)
        .Select(row => row.ToView())];
}
