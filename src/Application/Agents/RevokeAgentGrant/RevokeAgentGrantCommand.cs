using Eliza.Application.Common;

namespace Eliza.Application.Agents.RevokeAgentGrant;

/// <summary>Ends an agent's leave to post in a person's name.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="UserId">The person; the caller itself when missing.</param>
public sealed record RevokeAgentGrantCommand(string AgentId, string? UserId) : ICommand<AgentGrantResponse>;
