using Eliza.Application.Common;

namespace Eliza.Application.Feeds;

/// <summary>What every event of a channel says: which channel's it is, under both names that clients read.</summary>
public abstract record ChannelPayload(Guid ChannelId)
{
    public Guid RoomId => ChannelId;
}

/// <summary>A message was deleted.</summary>
public sealed record MessageDeletedPayload(Guid ChannelId, string MessageId, string EventId) : ChannelPayload(ChannelId);

/// <summary>Many messages were deleted at once: one person's or agent's, or everybody's when <c>UserId</c> is null.</summary>
public sealed record ChannelClearedPayload(Guid ChannelId, string? UserId, long Deleted, string EventId) : ChannelPayload(ChannelId);

/// <summary>A channel says of itself something else than before.</summary>
public sealed record ChannelUpdatedPayload(
    Guid ChannelId, Guid ServerId, string Name, string Type, string? Description, RawJson Metadata, bool IsPrivate, string EventId) : ChannelPayload(ChannelId);

/// <summary>A channel is gone.</summary>
public sealed record ChannelDeletedPayload(Guid ChannelId) : ChannelPayload(ChannelId);

/// <summary>Somebody came or went; <c>Type</c> is <c>user</c> or <c>agent</c>.</summary>
public sealed record ParticipantPayload(Guid ChannelId, string ParticipantId, string Type, string? Name, string EventId) : ChannelPayload(ChannelId)
{
    /// <summary>The same as the participant, under the name that the reference uses.</summary>
    public string EntityId => ParticipantId;
}

/// <summary>Somebody listens from here on.</summary>
/// <param name="EventId">What it knows last: what to send to go on from here.</param>
public sealed record ChannelJoinedPayload(Guid ChannelId, Guid ServerId, Guid? SessionId, string EventId) : ChannelPayload(ChannelId);

/// <summary>What was missed cannot all be told: the history is to be read anew.</summary>
public sealed record ResyncPayload(Guid ChannelId, string Reason) : ChannelPayload(ChannelId);

/// <summary>Somebody was called by name.</summary>
public sealed record MentionPayload(Guid ChannelId, Guid ServerId, Guid MessageId, string SenderId, string SenderName, string Text, long CreatedAt) : ChannelPayload(ChannelId);
