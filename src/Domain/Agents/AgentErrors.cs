using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public static class AgentErrors
{
    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Agent.NotFound", ErrorKind.NotFound, "Agent not found", $"Agent with ID '{id}' does not exist");

    public static readonly Error KindIsFixed = Error.Rule("Agent.KindIsFixed", "cannot be changed");

    public static readonly Error IdIsFixed = Error.Rule("Agent.IdIsFixed", "cannot be changed");

    public static readonly Error NoWebhook = new(
        "Agent.NoWebhook", ErrorKind.Conflict, "Agent has no webhook", "Only agents of the kind webhook have a secret");

    public static readonly Error FetchesNothing = new(
        "Agent.FetchesNothing", ErrorKind.Conflict, "Agent has no inbox", "Only agents of the kind remote fetch their messages");

    public static Error IdTaken(ActorId id) => new(
        "Agent.IdTaken", ErrorKind.Conflict, "ID is taken", $"'{id}' is the ID of an agent or a person already");

    public static Error NoGrant(ActorId agent, ActorId user) => new(
        "Agent.NoGrant", ErrorKind.NotFound, "Grant not found", $"Agent '{agent}' has no grant for '{user}'");
}
