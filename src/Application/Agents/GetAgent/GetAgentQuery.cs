using Eliza.Application.Common;

namespace Eliza.Application.Agents.GetAgent;

/// <summary>One agent.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record GetAgentQuery(string AgentId) : IQuery<AgentResponse>;
