using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class MediaFileRepository(ElizaDbContext db, WriteTransaction transaction, IDatabaseLocks locks) : IMediaFileRepository
{
    public Task<MediaFile?> FindAsync(MediaId id, CancellationToken cancellationToken) =>
        db.MediaFiles.FirstOrDefaultAsync(file => file.Id == id, cancellationToken);

    public async Task<long> TotalSizeAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await db.LockChannelsAsync([channel]);
        return await SizesOf(db, channel).SumAsync(cancellationToken);
    }

    public async Task<long> TotalSizeAsync(CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await locks.TakeAsync(db, DatabaseLock.Media, isShared: false, cancellationToken);
        return await Sizes(db).SumAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<MediaId, MediaDescription>> DescriptionsAsync(
        ChannelId channel, IReadOnlyCollection<MediaId> ids, CancellationToken cancellationToken) =>
        await DescribedOf(db, channel, ids).Select(file => new { file.Id, file.Description })
            .ToDictionaryAsync(file => file.Id, file => file.Description!, cancellationToken);

    public void Add(MediaFile file) => db.Add(file);

    internal static IQueryable<long> Sizes(ElizaDbContext db) => db.MediaFiles.Select(file => file.Size);

    internal static IQueryable<MediaFile> DescribedOf(ElizaDbContext db, ChannelId channel, IReadOnlyCollection<MediaId> ids) =>
        db.MediaFiles.Where(file => ids.Contains(file.Id) && file.ChannelId == channel && file.Description != null);

    internal static IQueryable<long> SizesOf(ElizaDbContext db, ChannelId channel) =>
        db.MediaFiles.Where(file => file.ChannelId == channel).Select(file => file.Size);
}
