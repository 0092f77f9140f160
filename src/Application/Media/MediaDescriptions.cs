using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;

namespace Eliza.Application.Media;

internal sealed class MediaDescriptions(IMediaFileRepository files) : IMediaDescriptions
{
    public async Task<IReadOnlyList<Attachment>> DescribeAsync(
        ChannelId channel, IReadOnlyList<Attachment> attachments, CancellationToken cancellationToken)
    {
        var ids = attachments.Select(FileToDescribe).OfType<MediaId>().Distinct().ToList();
        if (ids.Count == 0) return attachments;

        var found = await files.DescriptionsAsync(channel, ids, cancellationToken);
        return [.. attachments.Select(attachment =>
            FileToDescribe(attachment) is { } id && found.TryGetValue(id, out var description) ? attachment with { Description = description.Value } : attachment)];
    }

    private static MediaId? FileToDescribe(Attachment attachment) => attachment.Description is null ? MediaPath.IdIn(attachment.Url) : null;
}
