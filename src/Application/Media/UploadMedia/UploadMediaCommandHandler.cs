using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using MediatR;

namespace Eliza.Application.Media.UploadMedia;

internal sealed class UploadMediaCommandHandler(
    IChannelDirectory channels, IMediaFileRepository files, IMediaStore store, UploadDescriber describer, ICaller caller, TimeProvider time)
    : IRequestHandler<UploadMediaCommand, Result<MediaResponse>>
{
    public async Task<Result<MediaResponse>> Handle(UploadMediaCommand command, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(command.ChannelId, out var id)
            || await channels.FindViewAsync(id, caller.Current?.Actor, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!channel.Access.AllowsWriting(caller.Current)) return CommonErrors.Forbidden;

        var upload = command.File!;

        // Before the question below, after which others wait.
        var description = await describer.DescribeAsync(upload, cancellationToken);
        if (await files.TotalSizeAsync(channel.Id, cancellationToken) + upload.Size > store.MaxBytesPerChannel)
            return MediaErrors.ChannelFull(store.MaxBytesPerChannel);
        if (store.MaxBytes is { } most && await files.TotalSizeAsync(cancellationToken) + upload.Size > most) return MediaErrors.StoreFull(most);

        // The bytes are in their place before anybody can hear of them.
        if (!store.TryKeep(upload.Id)) return MediaErrors.StoreUnavailable;
        var file = MediaFile.Uploaded(
            upload.Id, channel.Id, caller.Current!.Id, MediaType.From(upload.ContentType), MediaName.FromTrusted(upload.Name), upload.Size, upload.Hash,
            description, time.GetUtcNow());
        files.Add(file);
        return MediaResponse.Of(file, command.AgentId);
    }
}
