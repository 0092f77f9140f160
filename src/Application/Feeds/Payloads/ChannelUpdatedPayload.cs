using Eliza.Application.Common;

namespace Eliza.Application.Feeds.Payloads;

/// <summary>A channel says of itself something else than before.</summary>
public sealed record ChannelUpdatedPayload(
    Guid ChannelId, Guid ServerId, string Name, string Type, string? Description, RawJson Metadata, bool IsPrivate, string EventId) : ChannelPayload(ChannelId);
