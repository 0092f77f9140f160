using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Realtime.Listening;
using Eliza.WebApi.Responses;

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
    private volatile bool _isOver;

    public ActorId? Actor => caller.Actor;

    public SessionId? Session => place.SessionId;

    public bool Deliver(FeedEvent told) => _waiting.Writer.TryWrite(told);

    /// <summary>A mention in another channel is not told here.</summary>
    public bool DeliverMention(FeedEvent told) => told.Payload is MentionPayload mention && mention.ChannelId == place.ChannelId.Value && Deliver(told);

    public Task<bool> MayStayAsync(CancellationToken cancellationToken) => rights.MayListenAsync(place, caller, cancellationToken);

    public void End(FeedEnd reason)
    {
        if (reason is FeedEnd.Forbidden) _last = Forbidden;
        Close();
    }

    /// <summary>The credential is good no more.</summary>
    public void Expire()
    {
        _last = new ErrorEvent(ErrorStatus.Of(ErrorKind.Unauthenticated).Code, "The credential is not valid any more");
        Close();
    }

    /// <summary>All events, until the stream is over. Who missed nothing listens already when it is told the first one.</summary>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync(IChannelFeeds feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            using var mentions = Actor is null || place.EndsAtHead ? null : feeds.HearMentions(Actor, DeliverMention);
            var hasAll = await HasAllAsync(feeds, place.After, cancellationToken);
            yield return ItemOf(Joined());
            if (place.Gap is { } gap) yield return ItemOf(new FeedEvent(FeedEvents.Resync, new ResyncPayload(place.ChannelId.Value, gap)));
            if (!hasAll) await foreach (var missed in ReadMissedAsync(feeds, cancellationToken)) yield return ItemOf(missed);
            if (!place.EndsAtHead) await foreach (var told in _waiting.Reader.ReadAllAsync(cancellationToken)) yield return ItemOf(told);
            if (_last is not null) yield return _last.ToItem();
        }
        finally
        {
            feeds.Leave(place.ChannelId, this);
        }
    }

    /// <summary>What happened while it did not listen, until it listens, has heard what it asked for, or may hear no more.</summary>
    private async IAsyncEnumerable<FeedEvent> ReadMissedAsync(IChannelFeeds feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = place.After;
        do
        {
            if (await feeds.ReadAsync(place.ChannelId, after, cancellationToken) is not { } page)
            {
                yield return new FeedEvent(FeedEvents.ChannelDeleted, new ChannelDeletedPayload(place.ChannelId.Value));
                End(FeedEnd.ChannelDeleted);
                yield break;
            }

            // Asked when the page was read: what of it took the right away had done so by then.
            var mayStay = await MayStayAsync(cancellationToken);
            foreach (var entry in mayStay ? page.Entries : page.UpToTheLossOf(Actor)) yield return entry.Event;
            if (!mayStay) End(FeedEnd.Forbidden);
            after = page.Next;
        }
        while (!_isOver && !await HasAllAsync(feeds, after, cancellationToken));
    }

    /// <summary>Whether it has heard all that it asked for, or listens for the rest.</summary>
    private async Task<bool> HasAllAsync(IChannelFeeds feeds, long after, CancellationToken cancellationToken) =>
        place.EndsAtHead ? after >= place.Head : await feeds.TryJoinAsync(place, after, this, cancellationToken);

    private FeedEvent Joined()
    {
        var id = place.After.ToString(CultureInfo.InvariantCulture);
        return new FeedEvent(FeedEvents.ChannelJoined, new ChannelJoinedPayload(place.ChannelId.Value, place.ServerId.Value, place.SessionId?.Value, id), place.After);
    }

    private void Close()
    {
        _isOver = true;
        _waiting.Writer.TryComplete();
    }

    private static SseItem<object> ItemOf(FeedEvent told) => new(told.Payload, told.Name) { EventId = told.Id };
}
