using Eliza.Application.Common;

namespace Eliza.Application.Agents.DeleteAgent;

/// <summary>Removes an agent with its keys and grants, and out of every channel; what it said stays. Whoever manages agents may.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record DeleteAgentCommand(string AgentId) : ICommand<DeletedAgent>;

/// <summary>Who was deleted.</summary>
public sealed record DeletedAgent(string Id, string Name);
