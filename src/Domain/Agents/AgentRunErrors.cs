using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public static class AgentRunErrors
{
    /// <summary>Whoever held the run lost it: its lease ended and another took it over, or it is done.</summary>
    public static readonly Error LeaseLost = new(
        "AgentRun.LeaseLost", ErrorKind.Conflict, "Run is not yours", "The run's lease has ended or the run is already done");

    public static Error NotFound(AgentRunId id) => new(
        "AgentRun.NotFound", ErrorKind.NotFound, "Run not found", $"Run with ID '{id}' does not exist");
}
