using Eliza.Application.Channels;
using Eliza.Application.Sessions;
using Eliza.Domain.Channels;
using Eliza.Domain.Sessions;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Tells whether a room is a channel or a session, whose ids look alike. What is neither counts as a channel that is not there.</summary>
internal static class RoomFinder
{
    public static async Task<bool> IsSessionAsync(this ClientCall call, string room, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(room, out var id)) return false;
        if (call.Client.FindRoom(id) is { } joined) return joined.Place.SessionId?.Value == id;
        if (await call.Services.GetRequiredService<IChannelDirectory>().FindViewAsync(new ChannelId(id), reader: null, cancellationToken) is not null) return false;
        return await call.Services.GetRequiredService<ISessionReaders>().ExistsAsync(new SessionId(id), cancellationToken);
    }
}
