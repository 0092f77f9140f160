using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents.ClaimRuns;

/// <summary>Takes due runs under a lease.</summary>
/// <param name="Busy">Agents that have as many runs under way as they may.</param>
/// <param name="Limit">How many runs to take at most, 1 or more.</param>
/// <param name="LeaseTime">How long the dispatcher may take for each.</param>
public sealed record ClaimRunsCommand(IReadOnlyCollection<ActorId> Busy, int Limit, TimeSpan LeaseTime) : ICommand<IReadOnlyList<ClaimedRun>>;

/// <summary>A run that is now the dispatcher's until its lease ends.</summary>
public sealed record ClaimedRun(AgentRunId Id, ActorId AgentId, Guid Lease);
