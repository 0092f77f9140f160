namespace Eliza.Application.Channels;

/// <summary>Whether an agent is muted in a channel: then it answers only those who call it by name.</summary>
public sealed record AgentMuting(Guid ChannelId, string AgentId, bool IsMuted);
