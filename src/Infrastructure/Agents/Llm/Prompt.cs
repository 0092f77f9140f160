using Eliza.Application.Agents;
using Eliza.Domain.Common;
using OpenAI.Chat;

namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>What a language model is told: who it is, what was said before, and the question last.</summary>
internal static class Prompt
{
    public static IReadOnlyList<ChatMessage> Of(AgentTurn turn)
    {
        IReadOnlyList<PastMessage> history = turn.Context?.History ?? [];
        var isGroup = history.Select(message => message.Author).Append(turn.Author).Where(author => author != turn.AgentId).Distinct().Skip(1).Any();
        return
        [
            new SystemChatMessage(turn.Settings.System is { } system && !string.IsNullOrWhiteSpace(system) ? system : DefaultSystem(turn.AgentName)),
            .. history.Select(message => message.Author == turn.AgentId
                ? (ChatMessage)new AssistantChatMessage(message.Text)
                : new UserChatMessage(Line(message.Author, message.Name, message.Text, isGroup))),
            new UserChatMessage(Line(turn.Author, turn.Context?.AuthorName, turn.Text, isGroup)),
        ];
    }

    /// <summary>With more than one who talks to it, the model must know who said what.</summary>
    private static string Line(ActorId author, DisplayName? name, string text, bool isGroup) => isGroup ? $"{name?.Value ?? author.Value}: {text}" : text;

    private static string DefaultSystem(DisplayName name) =>
        $"You are {name.Value}, taking part in a conversation. Answer the last message, in the language of the one who wrote it, briefly and without a name before it.";
}
