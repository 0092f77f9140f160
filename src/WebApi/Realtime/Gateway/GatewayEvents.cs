namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>The names of what the gateway itself tells; what happens in channels has its own (<see cref="Application.Feeds.FeedEvents"/>).</summary>
internal static class GatewayEvents
{
    public const string ConnectionEstablished = "connection_established";
    public const string Authenticated = "authenticated";
    public const string RoomJoined = "room_joined";
    public const string ChannelLeft = "channel_left";
    public const string RoomLeft = "room_left";
    public const string MessageAck = "messageAck";
    public const string MessageError = "messageError";
    public const string WorldState = "world-state";
    public const string LogStream = "log_stream";
    public const string LogEntry = "logEntry";
    public const string LogSubscriptionConfirmed = "log_subscription_confirmed";
    public const string LogFiltersUpdated = "log_filters_updated";
}
