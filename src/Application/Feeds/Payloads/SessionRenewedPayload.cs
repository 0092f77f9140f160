namespace Eliza.Application.Feeds.Payloads;

/// <summary>A session's time began anew. <c>TimeRemaining</c> is in milliseconds.</summary>
public sealed record SessionRenewedPayload(Guid SessionId, Guid ChannelId, DateTimeOffset ExpiresAt, int RenewalCount, long TimeRemaining) : ChannelPayload(ChannelId);
