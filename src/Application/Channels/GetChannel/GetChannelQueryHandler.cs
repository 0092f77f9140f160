using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.GetChannel;

internal sealed class GetChannelQueryHandler(IChannelDirectory directory, IReadRepository<Channel> channels, IChannelMembers members, ICaller caller)
    : IRequestHandler<GetChannelQuery, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(GetChannelQuery query, CancellationToken cancellationToken)
    {
        var view = await directory.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;

        var channel = await channels.FirstOrDefaultAsync<ChannelResponse>(new ChannelById(view.Value.Id), cancellationToken);
        if (channel is null) return ChannelErrors.NotFound(query.ChannelId);
        return channel.Telling(await members.ListIdsAsync(view.Value.Id, Channel.MaxReplaceable, cancellationToken));
    }
}
