using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.ReleaseRun;

/// <summary>Gives a run back untried, because the server is stopping.</summary>
/// <param name="Lease">As it was claimed; another's lease is a conflict.</param>
public sealed record ReleaseRunCommand(AgentRunId RunId, Guid Lease) : ICommand<AgentRunStatus>;
