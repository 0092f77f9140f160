using Eliza.Domain.Channels;

namespace Eliza.Domain.Media;

/// <summary>What is known of uploaded files.</summary>
public interface IMediaFileRepository
{
    Task<MediaFile?> FindAsync(MediaId id, CancellationToken cancellationToken);

    /// <summary>
    /// How many bytes the channel's files have in total. From this question on nobody else writes until the unit of work
    /// ends, so of many uploads at once each counts those before it.
    /// </summary>
    Task<long> TotalSizeAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>
    /// How many bytes all files have in total; in the same way, of uploads to whichever channel. To be asked after the channel's, for
    /// whoever waits here has the channel's row.
    /// </summary>
    Task<long> TotalSizeAsync(CancellationToken cancellationToken);

    /// <summary>What is known to be in those of the files that belong to the channel; of the others, and where nothing was found out, nothing.</summary>
    Task<IReadOnlyDictionary<MediaId, MediaDescription>> DescriptionsAsync(
        ChannelId channel, IReadOnlyCollection<MediaId> ids, CancellationToken cancellationToken);

    void Add(MediaFile file);
}
