namespace Eliza.Application.Feeds.Payloads;

/// <summary>A session is over; <c>Reason</c> is <c>expired</c> or <c>deleted</c>.</summary>
public sealed record SessionExpiredPayload(Guid SessionId, Guid ChannelId, string Reason) : ChannelPayload(ChannelId);
