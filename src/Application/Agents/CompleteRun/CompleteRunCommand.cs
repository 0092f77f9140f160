using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.CompleteRun;

/// <summary>Ends a run with what the agent said: its answer, its memory and the run's end are saved together or not at all.</summary>
/// <param name="Lease">As it was claimed; another's lease is a conflict.</param>
public sealed record CompleteRunCommand(AgentRunId RunId, Guid Lease, AgentAnswer Answer) : ICommand<AgentRunStatus>;
