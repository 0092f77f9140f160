using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.FollowSession;

internal sealed class FollowSessionQueryHandler(SessionLookup lookup, IFeedPlaces places, ICaller caller) : IRequestHandler<FollowSessionQuery, Result<FeedPlace>>
{
    public async Task<Result<FeedPlace>> Handle(FollowSessionQuery query, CancellationToken cancellationToken)
    {
        var session = await lookup.FindHeardAsync(query.SessionId, caller.Current, cancellationToken);
        if (session.Error is { } error) return error;
        var place = await places.FindAsync(session.Value.ChannelId, query.After, cancellationToken);
        return place.Error is { } gone ? gone : place.Value with { SessionId = session.Value.Id, EndsAtHead = query.Once };
    }
}
