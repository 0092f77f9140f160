using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.GrantAgent;

/// <summary>Lets an agent post in a person's name. To grant it twice changes nothing and is no error.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="UserId">The person; the caller itself when missing.</param>
public sealed record GrantAgentCommand(string AgentId, string? UserId) : ICommand<AgentGrantResponse>, IIdempotent;
