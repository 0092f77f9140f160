using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>Who may decide about grants: whoever manages agents, and each person for itself; never the agent that gains by it.</summary>
internal static class AgentGrantRules
{
    public static bool MayGrantFor(this ICaller caller, string user) =>
        caller.May(Scopes.AgentsWrite) || caller.Current is { Kind: CallerKind.User, Actor: { } actor } && actor.Value == user;

    /// <summary>An agent may give up what it was granted, and see it, as far as its key allows.</summary>
    public static bool IsAgent(this ICaller caller, ActorId agent, Scopes scope) =>
        caller.Current is { Kind: CallerKind.Agent } known && known.Actor == agent && known.May(scope);
}
