using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.ExtendLease;

/// <summary>Gives whoever holds a run more time, because its agent may think for longer than the lease of a claim reaches.</summary>
/// <param name="Lease">As it was claimed; another's lease is a conflict.</param>
/// <param name="LeaseTime">How long the dispatcher may take from now on.</param>
public sealed record ExtendLeaseCommand(AgentRunId RunId, Guid Lease, TimeSpan LeaseTime) : ICommand<AgentRunStatus>;
