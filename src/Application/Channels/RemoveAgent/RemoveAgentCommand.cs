using Eliza.Application.Common;

namespace Eliza.Application.Channels.RemoveAgent;

/// <summary>Takes an agent out of a channel; what it was asked there and has not answered yet is dropped. Both ids are from the path.</summary>
public sealed record RemoveAgentCommand(string ChannelId, string AgentId) : ICommand<ChannelAgentLink>;
