using Eliza.Application.Common;

namespace Eliza.Application.Channels.RemoveAgent;

/// <summary>Takes an agent out of a channel; it answers what it was already asked. Both ids are from the path.</summary>
public sealed record RemoveAgentCommand(string ChannelId, string AgentId) : ICommand<ChannelAgentLink>;
