using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.StartAgent;

/// <summary>Lets an agent answer again. Whoever manages agents may; to start it twice changes nothing.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record StartAgentCommand(string AgentId) : ICommand<AgentState>, IRepeatable;
