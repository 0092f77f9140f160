using Eliza.Domain.Jobs;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class JobRepository(ElizaDbContext db, WriteTransaction transaction, Outdated outdated) : IJobRepository
{
    public void Add(Job job) => db.Add(job);

    public Task<int> CountUnexpiredAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Unexpired(db, now).Take(most).CountAsync(cancellationToken);

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

    internal static IQueryable<Job> Unexpired(ElizaDbContext db, DateTimeOffset now) => db.Jobs.Where(job => job.ExpiresAt > now);

    internal static IQueryable<Job> Expired(ElizaDbContext db, DateTimeOffset before) =>
        db.Jobs.Where(job => job.ExpiresAt < before).OrderBy(job => job.ExpiresAt);
}
