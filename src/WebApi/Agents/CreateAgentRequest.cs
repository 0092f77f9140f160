using Eliza.Application.Agents.CreateAgent;

namespace Eliza.WebApi.Agents;

/// <summary>The body of an agent's creation: its fields as they are, or as a character of the reference's.</summary>
public sealed class CreateAgentRequest : AgentFields
{
    /// <summary>Not supported: the server opens no files for clients.</summary>
    public string? CharacterPath { get; init; }

    /// <summary>The agent as a character.</summary>
    public AgentFields? CharacterJson { get; init; }

    /// <summary>The agent as the reference's client sends it.</summary>
    public AgentFields? Agent { get; init; }

    internal CreateAgentCommand ToCommand()
    {
        var all = (CharacterJson ?? new AgentFields()).Over(Agent).Over(this);
        return new CreateAgentCommand(all.Id, all.Name, all.Kind, all.ReplyPolicy, all.IsActive, all.ToSettings(), all.ToCharacter(), CharacterPath);
    }
}
