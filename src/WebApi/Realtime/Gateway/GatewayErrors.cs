using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Realtime.Gateway.Actions;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>Failures that only connections have.</summary>
internal static class GatewayErrors
{
    public static readonly Error UnknownEvent = new(
        "Realtime.UnknownEvent", ErrorKind.Validation, CommonErrors.InvalidBody, "No such event; known are message (type 1 to join, 2 to send), join, leave, and those of the documentation");

    public static readonly Error MissingRoom = new("Realtime.MissingRoom", ErrorKind.Validation, CommonErrors.InvalidBody, "channelId or roomId is required");

    public static readonly Error RoomTooLong = new(
        "Realtime.RoomTooLong", ErrorKind.Validation, CommonErrors.InvalidBody, $"channelId or roomId must be at most {RoomPayload.LongestRoom} characters");

    public static readonly Error TooManyConnections = new(
        "Realtime.TooManyConnections", ErrorKind.RateLimited, "Too many connections", "So many connections and event streams are open for you already: close one of them first");

    public static readonly Error UnknownLevel = new(
        "Realtime.UnknownLevel", ErrorKind.Validation, CommonErrors.InvalidBody, "level must be one of all, trace, debug, info, warn, error, fatal");

    public static readonly Error NotWatching = new("Realtime.NotWatching", ErrorKind.Conflict, "Not subscribed", "Send subscribe_logs first");

    public static readonly Error TooManyRooms = new("Realtime.TooManyRooms", ErrorKind.Conflict, "Too many rooms", "A connection may be in 1000 rooms at most: leave one of them first");
}
