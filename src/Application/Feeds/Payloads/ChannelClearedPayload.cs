namespace Eliza.Application.Feeds.Payloads;

/// <summary>Many messages were deleted at once: one person's or agent's, or everybody's when <c>UserId</c> is null.</summary>
public sealed record ChannelClearedPayload(Guid ChannelId, string? UserId, long Deleted, string EventId) : ChannelPayload(ChannelId);
