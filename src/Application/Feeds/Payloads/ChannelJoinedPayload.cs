namespace Eliza.Application.Feeds.Payloads;

/// <summary>Somebody listens from here on.</summary>
/// <param name="EventId">What it knows last: what to send to go on from here.</param>
public sealed record ChannelJoinedPayload(Guid ChannelId, Guid ServerId, Guid? SessionId, string EventId) : ChannelPayload(ChannelId);
