using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.DeferRun;

/// <summary>The agent has promised to answer later, through <c>/submit</c>: nobody works on the run until it does, or until it is due again.</summary>
/// <param name="Lease">As it was claimed; another's lease is a conflict.</param>
/// <param name="Patience">How long to wait for the answer.</param>
public sealed record DeferRunCommand(AgentRunId RunId, Guid Lease, TimeSpan Patience) : ICommand<AgentRunStatus>;
