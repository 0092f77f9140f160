using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents.ClaimRuns;

/// <summary>Takes due runs under a lease, wherever they are: the dispatcher's sweep.</summary>
/// <param name="Busy">Agents that have as many runs under way as they may.</param>
/// <param name="Limit">How many runs to take at most, 1 or more.</param>
/// <param name="LeaseTime">How long the dispatcher may take for each.</param>
public sealed record ClaimRunsCommand(IReadOnlyCollection<ActorId> Busy, int Limit, TimeSpan LeaseTime) : ICommand<IReadOnlyList<ClaimedRun>>;
