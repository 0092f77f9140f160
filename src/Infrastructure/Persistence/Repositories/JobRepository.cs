using Eliza.Domain.Jobs;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class JobRepository(ElizaDbContext db, WriteTransaction transaction, Outdated outdated) : IJobRepository
{
    public void Add(Job job) => db.Add(job);

    public Task<int> CountUnexpiredAsync(string owner, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Unexpired(db, owner, now).Take(most).CountAsync(cancellationToken);

    /// <remarks>With the channel goes all that refers to it: messages, runs, memories, and the job itself.</remarks>
    public async Task<int> RemoveExpiredAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var channels = await Expired(db, before).Take(limit).Select(job => job.ChannelId).ToListAsync(cancellationToken);
        if (channels.Count == 0) return 0;
        await transaction.OpenAsync(cancellationToken);
        outdated.Add(channels);
        await db.LockChannelsAsync(channels);
        await db.EmptyAnswersAsync(db.Messages.Where(message => channels.Contains(message.ChannelId)), cancellationToken);
        return await db.Channels.Where(channel => channels.Contains(channel.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>None that is older than the longest time to answer can be among them: the owner's newest are looked at, not all that are kept.</summary>
    internal static IQueryable<Job> Unexpired(ElizaDbContext db, string owner, DateTimeOffset now)
    {
        var earliest = now - Job.MaxTimeout;
        return db.Jobs.Where(job => job.Owner == owner && job.CreatedAt > earliest && job.ExpiresAt > now);
    }

    internal static IQueryable<Job> Expired(ElizaDbContext db, DateTimeOffset before) =>
        db.Jobs.Where(job => job.ExpiresAt < before).OrderBy(job => job.ExpiresAt);
}
