using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>Whether an agent answers: <c>Status</c> is active or inactive, and <c>Message</c> says so to people.</summary>
public sealed record AgentState(string Id, string Name, string Status, string Message)
{
    internal static AgentState Of(Agent agent) => agent.IsActive
        ? new AgentState(agent.Id.Value, agent.Name.Value, "active", "Agent started")
        : new AgentState(agent.Id.Value, agent.Name.Value, "inactive", "Agent stopped");
}
