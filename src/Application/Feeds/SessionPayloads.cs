namespace Eliza.Application.Feeds;

/// <summary>A session's end is near. Times are in ISO 8601, <c>MinutesRemaining</c> rounded up.</summary>
public sealed record SessionExpirationWarningPayload(Guid SessionId, Guid ChannelId, int MinutesRemaining, DateTimeOffset ExpiresAt) : ChannelPayload(ChannelId);

/// <summary>A session's time began anew, or was changed. <c>TimeRemaining</c> is in milliseconds.</summary>
public sealed record SessionRenewedPayload(Guid SessionId, Guid ChannelId, DateTimeOffset ExpiresAt, int RenewalCount, long TimeRemaining) : ChannelPayload(ChannelId);

/// <summary>A session is over; <c>Reason</c> is <c>expired</c> or <c>deleted</c>.</summary>
public sealed record SessionExpiredPayload(Guid SessionId, Guid ChannelId, string Reason) : ChannelPayload(ChannelId);
