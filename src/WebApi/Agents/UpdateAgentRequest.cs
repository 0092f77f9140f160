using Eliza.Application.Agents.UpdateAgent;

namespace Eliza.WebApi.Agents;

/// <summary>The body of an agent's change: what it gives is changed, all else stays.</summary>
public sealed class UpdateAgentRequest : AgentFields
{
    /// <summary>The fields as a character.</summary>
    public AgentFields? CharacterJson { get; init; }

    /// <summary>The fields as the reference's client sends an agent.</summary>
    public AgentFields? Agent { get; init; }

    internal UpdateAgentCommand ToCommand(string agentId)
    {
        var all = (CharacterJson ?? new AgentFields()).Over(Agent).Over(this);
        return new UpdateAgentCommand(agentId, all.Id, all.Name, all.Kind, all.ReplyPolicy, all.IsActive, all.ToSettings(), all.ToCharacter());
    }
}
