using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>Who may look after an agent's work: the agent, and whoever manages agents; a person never.</summary>
internal static class AgentAccess
{
    /// <summary>Whether the caller may see and do what is the agent's; the agent itself, as far as its key allows.</summary>
    public static bool MayServe(this ICaller caller, ActorId agent, Scopes scope) => caller.May(Scopes.AgentsWrite) || caller.IsAgent(agent, scope);
}
