using Eliza.Application.Channels.AddAgent;

namespace Eliza.WebApi.Channels;

/// <summary>The body of an agent's addition.</summary>
public sealed class AddAgentRequest
{
    /// <summary>The agent's id.</summary>
    public string? AgentId { get; init; }

    internal AddAgentCommand ToCommand(string channelId) => new(channelId, AgentId);
}
