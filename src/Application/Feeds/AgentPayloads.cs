namespace Eliza.Application.Feeds;

/// <summary>An agent's answer goes on.</summary>
/// <param name="MessageId">The id that the answer will have.</param>
/// <param name="Chunk">What follows on the chunk before.</param>
/// <param name="Index">0 begins anew: what was told before no longer counts.</param>
/// <param name="InReplyToMessageId">What it answers.</param>
public sealed record MessageStreamChunkPayload(Guid ChannelId, Guid MessageId, string AgentId, string Chunk, int Index, Guid InReplyToMessageId) : ChannelPayload(ChannelId);

/// <summary>No answer came, or none that was whole.</summary>
/// <param name="MessageId">The id that the answer would have had.</param>
/// <param name="PartialText">What was told of it; null when nothing.</param>
public sealed record MessageStreamErrorPayload(
    Guid ChannelId, Guid MessageId, string AgentId, string Error, string? PartialText, Guid InReplyToMessageId) : ChannelPayload(ChannelId);

/// <summary>An agent is done with a message.</summary>
public sealed record MessageCompletePayload(Guid ChannelId, Guid ServerId, string AgentId, Guid InReplyToMessageId) : ChannelPayload(ChannelId);

/// <summary>Agents set to work in the channel, or none is at work any more.</summary>
/// <param name="Action"><c>disable_input</c> or <c>enable_input</c>.</param>
/// <param name="AgentId">The first that set to work, or the last that was done.</param>
public sealed record ControlMessagePayload(Guid ChannelId, string Action, string AgentId) : ChannelPayload(ChannelId);
