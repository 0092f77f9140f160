using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.ClaimNextRuns;

/// <summary>
/// Takes the next run of each conversation under a lease, if it is due. It costs the same however many runs wait, so this
/// is how the dispatcher follows up hints; the sweep is for what no hint tells.
/// </summary>
/// <param name="LeaseTime">How long the dispatcher may take for each.</param>
public sealed record ClaimNextRunsCommand(IReadOnlyCollection<Conversation> Conversations, TimeSpan LeaseTime) : ICommand<IReadOnlyList<ClaimedRun>>;
