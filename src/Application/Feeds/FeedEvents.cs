namespace Eliza.Application.Feeds;

/// <summary>The names of the events on the wire, which are the reference's (contract: Realtime).</summary>
public static class FeedEvents
{
    public const string ChannelJoined = "channel_joined";
    public const string MessageBroadcast = "messageBroadcast";
    public const string MessageUpdated = "messageUpdated";
    public const string MessageDeleted = "messageDeleted";
    public const string ChannelCleared = "channelCleared";
    public const string ChannelUpdated = "channelUpdated";
    public const string ChannelDeleted = "channelDeleted";
    public const string ParticipantJoined = "participantJoined";
    public const string ParticipantLeft = "participantLeft";
    public const string Mention = "mention";
    public const string MessageStreamChunk = "messageStreamChunk";
    public const string MessageStreamError = "messageStreamError";
    public const string MessageComplete = "messageComplete";
    public const string ControlMessage = "controlMessage";
    public const string SessionExpirationWarning = "sessionExpirationWarning";
    public const string SessionRenewed = "sessionRenewed";
    public const string SessionExpired = "sessionExpired";

    /// <summary>Ours: what was missed cannot all be told.</summary>
    public const string Resync = "resync";
}
