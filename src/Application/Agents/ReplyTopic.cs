using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>What those who wait for an agent's reply listen for.</summary>
internal static class ReplyTopic
{
    public static string Of(Conversation conversation) => $"reply {conversation.AgentId} {conversation.ChannelId}";
}
