namespace Eliza.Application.Feeds.Payloads;

/// <summary>An agent's answer goes on.</summary>
/// <param name="MessageId">The id that the answer will have.</param>
/// <param name="Chunk">What follows on the chunk before.</param>
/// <param name="Index">0 begins anew: what was told before no longer counts.</param>
/// <param name="InReplyToMessageId">What it answers.</param>
public sealed record MessageStreamChunkPayload(Guid ChannelId, Guid MessageId, string AgentId, string Chunk, int Index, Guid InReplyToMessageId) : ChannelPayload(ChannelId);
