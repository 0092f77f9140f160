using Eliza.Domain.Common;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Ends a client's listening to a room; for who does not listen, nothing.</summary>
internal sealed class LeaveRoom : IClientAction
{
    public IReadOnlyCollection<string> Names { get; } = ["leave", "leave_channel", "leave_room"];

    public Type PayloadType => typeof(RoomPayload);

    public bool IsCounted => false;

    public Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        if (((RoomPayload)call.Payload).Room is not { } room) return Task.FromResult<Result<object>>(GatewayErrors.MissingRoom);
        if (Guid.TryParse(room, out var id) && call.Client.FindRoom(id) is { } listener)
        {
            call.Client.Rooms.TryRemove(listener.Place.ChannelId.Value, out _);
            listener.Leave();
        }
        var left = new { channelId = room, roomId = room };
        call.Emit(GatewayEvents.ChannelLeft, left);
        call.Emit(GatewayEvents.RoomLeft, left);
        return Task.FromResult(Result<object>.Success(left));
    }
}
