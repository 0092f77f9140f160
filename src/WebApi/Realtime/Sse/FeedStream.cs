using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Responses;
using Eliza.WebApi.Realtime.Listening;

namespace Eliza.WebApi.Realtime.Sse;

/// <summary>
/// What happens in a channel, as Server-Sent Events for one client. What the client missed is read from the database as fast as it takes
/// it; then it listens. One that does not take what is told in time is let go: it comes back and goes on where it was.
/// </summary>
internal sealed class FeedStream(FeedPlace place, Caller caller, ListenerRights rights) : IFeedListener
{
    /// <summary>So many events may wait for a slow client.</summary>
    private const int MostWaiting = 1_000;

    private static readonly ErrorEvent Forbidden = new(ErrorStatus.Of(ErrorKind.Forbidden).Code, "You may not listen to this channel any more");

    private readonly Channel<FeedEvent> _waiting = Channel.CreateBounded<FeedEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private ErrorEvent? _last;

    public ActorId? Actor => caller.Actor;

    public SessionId? Session => place.SessionId;

    public bool Deliver(FeedEvent told) => _waiting.Writer.TryWrite(told);

    /// <summary>A mention in another channel is not told here.</summary>
    public bool DeliverMention(FeedEvent told) => told.Payload is MentionPayload mention && mention.ChannelId == place.ChannelId.Value && Deliver(told);

    public Task<bool> MayStayAsync(CancellationToken cancellationToken) => rights.MayListenAsync(place, caller, cancellationToken);

    public void End(FeedEnd reason)
    {
        if (reason is FeedEnd.Forbidden) _last = Forbidden;
        _waiting.Writer.TryComplete();
    }

    /// <summary>The credential is good no more.</summary>
    public void Expire()
    {
        _last = new ErrorEvent(ErrorStatus.Of(ErrorKind.Unauthenticated).Code, "The credential is not valid any more");
        _waiting.Writer.TryComplete();
    }

    /// <summary>All events, until the stream is over.</summary>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync(IChannelFeeds feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = place.After;
        var id = after.ToString(CultureInfo.InvariantCulture);
        var joined = new ChannelJoinedPayload(place.ChannelId.Value, place.ServerId.Value, place.SessionId?.Value, id);
        yield return ItemOf(new FeedEvent(FeedEvents.ChannelJoined, joined, after));
        if (place.Gap is { } gap) yield return ItemOf(new FeedEvent(FeedEvents.Resync, new ResyncPayload(place.ChannelId.Value, gap)));
        try
        {
            while (place.EndsAtHead ? after < place.Head : !await feeds.TryJoinAsync(place, after, this, cancellationToken))
            {
                if (await feeds.ReadAsync(place.ChannelId, after, cancellationToken) is not { } page) break;
                foreach (var entry in page.Entries) yield return ItemOf(entry.Event);
                after = page.Next;
            }
            if (place.EndsAtHead) yield break;
            using var mentions = Actor is null ? null : feeds.HearMentions(Actor, DeliverMention);
            await foreach (var told in _waiting.Reader.ReadAllAsync(cancellationToken)) yield return ItemOf(told);
            if (_last is not null) yield return _last.ToItem();
        }
        finally
        {
            feeds.Leave(place.ChannelId, this);
        }
    }

    private static SseItem<object> ItemOf(FeedEvent told) => new(told.Payload, told.Name) { EventId = told.Id };
}
