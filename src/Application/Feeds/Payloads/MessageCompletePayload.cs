namespace Eliza.Application.Feeds.Payloads;

/// <summary>An agent is done with a message.</summary>
public sealed record MessageCompletePayload(Guid ChannelId, Guid ServerId, string AgentId, Guid InReplyToMessageId) : ChannelPayload(ChannelId);
