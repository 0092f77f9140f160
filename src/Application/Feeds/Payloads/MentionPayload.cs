namespace Eliza.Application.Feeds.Payloads;

/// <summary>Somebody was called by name.</summary>
public sealed record MentionPayload(Guid ChannelId, Guid ServerId, Guid MessageId, string SenderId, string SenderName, string Text, long CreatedAt) : ChannelPayload(ChannelId);
