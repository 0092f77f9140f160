using Eliza.Application.Common;

namespace Eliza.Application.Servers.RemoveServerAgent;

/// <summary>Ends an agent's membership in a server; it stays in the channels where it takes part. Both ids are from the path.</summary>
public sealed record RemoveServerAgentCommand(string ServerId, string AgentId) : ICommand<ServerAgentLink>;
