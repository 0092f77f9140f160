using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public static class AgentRunErrors
{
    /// <summary>Whoever held the run lost it: its lease ended and another took it over, or it is done.</summary>
    public static readonly Error LeaseLost = new(
        "AgentRun.LeaseLost", ErrorKind.Conflict, "Run is not yours", "The run's lease has ended or the run is already done");

    public static readonly Error SeveralAgents = Error.Rule("AgentRun.SeveralAgents", "is required, as several agents work on the message");

    public static Error NotFound(AgentRunId id) => NotFound(id.ToString());

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "AgentRun.NotFound", ErrorKind.NotFound, "Run not found", $"Run with ID '{id}' does not exist");

    public static Error NoneOf(ActorId agent, string room, string user) => new(
        "AgentRun.NoneOf", ErrorKind.NotFound, "Run not found", $"Agent '{agent}' has no run for such a message of user '{user}' in room '{room}'");

    /// <param name="message">The id as the client wrote it, whatever it was.</param>
    public static Error NoneFor(string message) => new(
        "AgentRun.NoneFor", ErrorKind.NotFound, "Run not found", $"There is no run for message '{message}'");
}
