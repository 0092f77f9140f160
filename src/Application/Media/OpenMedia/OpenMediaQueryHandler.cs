using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using MediatR;

namespace Eliza.Application.Media.OpenMedia;

internal sealed class OpenMediaQueryHandler(IMediaFileRepository files, IChannelDirectory channels, IMediaStore store, ICaller caller)
    : IRequestHandler<OpenMediaQuery, Result<MediaContent>>
{
    public async Task<Result<MediaContent>> Handle(OpenMediaQuery query, CancellationToken cancellationToken)
    {
        if (!MediaId.TryParse(query.MediaId, out var id)
            || await files.FindAsync(id, cancellationToken) is not { } file
            || await channels.FindViewAsync(file.ChannelId, caller.Current?.Actor, cancellationToken) is not { } channel)
            return MediaErrors.NotFound(query.MediaId);
        if (!channel.Access.AllowsReading(caller.Current)) return CommonErrors.Forbidden;

        return store.Open(id) is { } content
            ? new MediaContent(content, file.Type.ContentType, file.Name.Value, file.Type.Kind is MediaKind.Document)
            : MediaErrors.NotFound(query.MediaId);
    }
}
