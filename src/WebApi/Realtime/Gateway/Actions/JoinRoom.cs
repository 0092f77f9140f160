using System.Globalization;
using Eliza.Application.Channels.FollowChannel;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Application.Sessions.FollowSession;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Listening;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Lets a client listen to a channel or a session. Who listens already goes on as before, unless it says from where to begin anew.</summary>
internal sealed class JoinRoom(IChannelFeeds feeds, ListenerRights rights) : IClientAction
{
    private const int MostRooms = 1_000;

    public IReadOnlyCollection<string> Names { get; } = ["1", "join", "join_channel", "join_room"];

    public Type PayloadType => typeof(JoinRoomPayload);

    public bool IsCounted => true;

    public async Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        var payload = (JoinRoomPayload)call.Payload;
        var room = payload.Room ?? "";
        var spellings = call.Services.GetRequiredService<FieldSpellings>();
        spellings.Set(nameof(FollowChannelQuery.After), spellings.Of(nameof(JoinRoomPayload.LastEventId)));
        var found = await call.IsSessionAsync(room, cancellationToken)
            ? await call.SendAsync(new FollowSessionQuery(room, payload.LastEventId, Once: false), cancellationToken)
            : await call.SendAsync(new FollowChannelQuery(room, payload.LastEventId, Once: false), cancellationToken);
        if (found.Error is { } error) return payload.Room is null && error.Kind is ErrorKind.NotFound ? GatewayErrors.MissingRoom : error;
        var (rooms, place) = (call.Client.Rooms, found.Value);
        if (payload.LastEventId is null && rooms.TryGetValue(place.ChannelId.Value, out var known) && known.Place.SessionId == place.SessionId) return Greet(call, place);
        if (rooms.TryRemove(place.ChannelId.Value, out var before)) before.Leave();
        if (rooms.Count >= MostRooms) return GatewayErrors.TooManyRooms;

        var listener = new RoomListener(call.Client, place, feeds, rights);
        rooms[place.ChannelId.Value] = listener;
        var joined = Greet(call, place);
        try
        {
            await listener.ListenAsync(cancellationToken);
        }
        catch
        {
            rooms.TryRemove(KeyValuePair.Create(place.ChannelId.Value, listener));
            throw;
        }
        return joined;
    }

    private static ChannelJoinedPayload Greet(ClientCall call, FeedPlace place)
    {
        var joined = new ChannelJoinedPayload(place.ChannelId.Value, place.ServerId.Value, place.SessionId?.Value, place.After.ToString(CultureInfo.InvariantCulture));
        call.Emit(FeedEvents.ChannelJoined, joined);
        call.Emit(GatewayEvents.RoomJoined, joined);
        return joined;
    }
}
