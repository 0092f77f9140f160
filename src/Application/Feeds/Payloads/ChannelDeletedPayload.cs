namespace Eliza.Application.Feeds.Payloads;

/// <summary>A channel is gone.</summary>
public sealed record ChannelDeletedPayload(Guid ChannelId) : ChannelPayload(ChannelId);
