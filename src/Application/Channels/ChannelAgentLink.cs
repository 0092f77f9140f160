namespace Eliza.Application.Channels;

/// <summary>Which agent is, or no longer is, in which channel.</summary>
public sealed record ChannelAgentLink(Guid ChannelId, string AgentId);
