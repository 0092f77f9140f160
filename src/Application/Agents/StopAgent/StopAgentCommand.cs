using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.StopAgent;

/// <summary>Lets an agent answer no more; what it had to do ends as ignored. Whoever manages agents may; to stop it twice changes nothing.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record StopAgentCommand(string AgentId) : ICommand<AgentState>, IRepeatable;
