using Eliza.Application.Channels.AddAgent;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Channels;

/// <summary>The body of an agent's addition.</summary>
public sealed class AddAgentRequest : CreatingRequest
{
    /// <summary>The agent's id. Required.</summary>
    public string? AgentId { get; init; }

    internal AddAgentCommand ToCommand(string channelId) => new(channelId, AgentId);
}
