using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>Knows which kinds of agents this server has what it takes for.</summary>
public interface IAgentKinds : IModulePort
{
    /// <summary>Whether an agent of that kind, with those settings, would find a runtime that is set up.</summary>
    bool IsConfigured(AgentKind kind, AgentSettings settings);
}
