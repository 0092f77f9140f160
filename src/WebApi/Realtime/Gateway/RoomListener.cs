using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.WebApi.Realtime.Listening;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>One client in one room: passes on what happens in a channel. What it passes on is encoded once for all clients.</summary>
internal sealed class RoomListener(GatewayClient client, FeedPlace place, IChannelFeeds feeds, ListenerRights rights) : IFeedListener
{
    /// <summary>So much of what a client missed it is told; beyond that it reads the history, which is made for it.</summary>
    private const int MostCaughtUp = 400;

    private const string TooMuch = "Too much happened to be told: read the history";
    private const string LostTrack = "Something went wrong on the way: join again from the last event that you know";

    private readonly Lock _lock = new();
    private bool _hasLeft;

    public FeedPlace Place => place;

    public ActorId? Actor => client.Caller.Actor;

    public SessionId? Session => place.SessionId;

    /// <summary>Tells what was missed, and from then on what happens.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (place.Gap is { } gap) Resync(gap);
        var told = 0;
        long? after = place.After;
        while (!await feeds.TryJoinAsync(place, after, this, cancellationToken))
        {
            if (await feeds.ReadAsync(place.ChannelId, after!.Value, cancellationToken) is not { } page)
            {
                // The channel is gone: whoever listens is told so, and sent away.
                after = null;
                continue;
            }
            told += page.Entries.Count;
            if (told > MostCaughtUp)
            {
                Resync(TooMuch);
                after = null;
                continue;
            }

            // Asked when the page was read: what of it took the right away had done so by then.
            var mayStay = await MayStayAsync(cancellationToken);
            if (!TryDeliver(mayStay ? page.Entries : page.UpToTheLossOf(Actor)))
            {
                Resync(TooMuch);
                after = null;
                continue;
            }
            if (!mayStay)
            {
                End(FeedEnd.Forbidden);
                return;
            }
            after = page.Next;
        }
    }

    /// <summary>Whether it could be told all of it, and its queue is not half full: one that is too full gets a client cut that only wants to catch up.</summary>
    private bool TryDeliver(IEnumerable<FeedEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (client.Socket.IsHalfFull) return false;
            Deliver(entry.Event);
        }
        return true;
    }

    /// <summary>It is told nothing more: what is just being delivered to all passes it by.</summary>
    public void Leave()
    {
        lock (_lock) _hasLeft = true;
        feeds.Leave(place.ChannelId, this);
    }

    public bool Deliver(FeedEvent told)
    {
        lock (_lock) return _hasLeft || client.Socket.Emit(told.As(Encode).Event);
    }

    public Task<bool> MayStayAsync(CancellationToken cancellationToken) => rights.MayListenAsync(place, client.Caller, cancellationToken);

    public void End(FeedEnd reason)
    {
        client.Rooms.TryRemove(KeyValuePair.Create(place.ChannelId.Value, this));
        if (reason is FeedEnd.Forbidden) client.Socket.Emit(GatewayEvents.MessageError, Failure.Of(CommonErrors.Forbidden, place.ChannelId.Value));
        if (reason is FeedEnd.Interrupted) Resync(LostTrack);
    }

    private void Resync(string reason) => client.Socket.Emit(FeedEvents.Resync, new ResyncPayload(place.ChannelId.Value, reason));

    private Encoded Encode(FeedEvent told) => new(client.Socket.Namespace.Encode(told.Name, told.Payload));

    private sealed record Encoded(EncodedEvent Event);
}
