using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public static class AgentErrors
{
    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Agent.NotFound", ErrorKind.NotFound, "Agent not found", $"Agent with ID '{id}' does not exist");

    public static Error NoGrant(ActorId agent, ActorId user) => new(
        "Agent.NoGrant", ErrorKind.NotFound, "Grant not found", $"Agent '{agent}' has no grant for '{user}'");
}
