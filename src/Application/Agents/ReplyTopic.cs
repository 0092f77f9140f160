using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>What those who wait for an agent's reply listen for.</summary>
public static class ReplyTopic
{
    /// <summary>It was said, or none will come.</summary>
    public static string Of(Conversation conversation) => $"reply {conversation.AgentId} {conversation.ChannelId}";

    /// <summary>
    /// Its next piece was written. That comes many times a second, so who waits for the whole, or for the answer to another question,
    /// is not woken by it.
    /// </summary>
    public static string DraftOf(Question question) => $"draft {question.AgentId} {question.MessageId}";
}
