using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Servers.AddServerAgent;

/// <summary>Makes an agent a member of a server. To do so twice changes nothing and is no error: start-up scripts do it.</summary>
/// <param name="ServerId">From the path, as the client wrote it.</param>
public sealed record AddServerAgentCommand(string ServerId, string? AgentId) : ICommand<ServerAgentLink>, IIdempotent;
