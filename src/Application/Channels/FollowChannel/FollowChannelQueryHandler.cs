using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.FollowChannel;

internal sealed class FollowChannelQueryHandler(IChannelDirectory channels, IFeedPlaces places, ICaller caller) : IRequestHandler<FollowChannelQuery, Result<FeedPlace>>
{
    public async Task<Result<FeedPlace>> Handle(FollowChannelQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;
        var place = await places.FindAsync(view.Value.Id, query.After, cancellationToken);
        return place.Error is { } gone ? gone : place.Value with { EndsAtHead = query.Once };
    }
}
