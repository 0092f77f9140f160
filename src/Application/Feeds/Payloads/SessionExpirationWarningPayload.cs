namespace Eliza.Application.Feeds.Payloads;

/// <summary>A session's end is near. Times are in ISO 8601, <c>MinutesRemaining</c> rounded up.</summary>
public sealed record SessionExpirationWarningPayload(Guid SessionId, Guid ChannelId, int MinutesRemaining, DateTimeOffset ExpiresAt) : ChannelPayload(ChannelId);
