using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.DeleteChannel;

internal sealed class DeleteChannelCommandHandler(IChannelRepository channels, ICaller caller)
    : IRequestHandler<DeleteChannelCommand, Result<ChannelLink>>
{
    public async Task<Result<ChannelLink>> Handle(DeleteChannelCommand command, CancellationToken cancellationToken)
    {
        if (await channels.FindForAsync(command.ChannelId, caller.Current, alone: false, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current)) return CommonErrors.Forbidden;

        channel.Delete();
        await channels.RemoveAsync(channel, cancellationToken);
        return new ChannelLink(channel.Id.Value);
    }
}
