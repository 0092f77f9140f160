using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>An event that names a room: a channel or a session.</summary>
internal class RoomPayload
{
    /// <summary>Ids are shorter. A longer one would come back in several answers, and fill the queue of the client that is to hear them.</summary>
    public const int LongestRoom = 255;

    /// <summary>The channel's or the session's id.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The same, as older clients call it.</summary>
    public string? RoomId { get; init; }

    /// <summary>The same, as a session's clients call it.</summary>
    public string? SessionId { get; init; }

    /// <summary>Who asks.</summary>
    [AlsoSpelled("userId")]
    public string? EntityId { get; init; }

    /// <summary>The room, by whichever name.</summary>
    public string? Room => ChannelId ?? RoomId ?? SessionId;
}
