namespace Eliza.Application.Feeds.Payloads;

/// <summary>A message was deleted.</summary>
public sealed record MessageDeletedPayload(Guid ChannelId, string MessageId, string EventId) : ChannelPayload(ChannelId);
