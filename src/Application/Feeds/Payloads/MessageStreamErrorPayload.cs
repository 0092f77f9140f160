namespace Eliza.Application.Feeds.Payloads;

/// <summary>No answer came, or none that was whole.</summary>
/// <param name="MessageId">The id that the answer would have had.</param>
/// <param name="PartialText">What was told of it; null when nothing.</param>
public sealed record MessageStreamErrorPayload(
    Guid ChannelId, Guid MessageId, string AgentId, string Error, string? PartialText, Guid InReplyToMessageId) : ChannelPayload(ChannelId);
