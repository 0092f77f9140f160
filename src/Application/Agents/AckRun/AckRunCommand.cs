using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.AckRun;

/// <summary>Says that the agent is still at work on what it fetched, and needs so long from now on.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="RunId">From the path, as the client wrote it.</param>
/// <param name="Lease">As it was given with the message; a lost one is a conflict.</param>
/// <param name="LeaseSeconds">10 to 3600; 60 when missing.</param>
public sealed record AckRunCommand(string AgentId, string RunId, string? Lease, int? LeaseSeconds) : ICommand<RunLease>, IRepeatable;

/// <summary>Until when, in Unix seconds, the run is the agent's.</summary>
public sealed record RunLease(Guid RunId, Guid Lease, long LeaseEndsAt);
