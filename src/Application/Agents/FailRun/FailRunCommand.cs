using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.FailRun;

/// <summary>An attempt went wrong; the run is tried again after a pause, until its attempts are used up.</summary>
/// <param name="Lease">As it was claimed; another's lease is a conflict.</param>
public sealed record FailRunCommand(AgentRunId RunId, Guid Lease, string Reason) : ICommand<AgentRunStatus>;
