using System.Text.Json;

namespace Eliza.Application.Agents;

/// <summary>What an agent replied, as the reference's sessions tell it.</summary>
/// <param name="Text">What the agent said.</param>
/// <param name="Thought">What it thought about it, the field <c>thought</c> of the message's metadata; null when that is missing or no string.</param>
/// <param name="Actions">What it did or wants done, the strings in the field <c>actions</c>; empty when there are none.</param>
public sealed record AgentResponseContent(string Text, string? Thought, IReadOnlyList<string> Actions)
{
    /// <summary>Agents put what they like into their metadata: whatever is of another type counts as missing.</summary>
    public static AgentResponseContent Of(AgentReply reply)
    {
        using var metadata = JsonDocument.Parse(reply.Metadata.Text);
        return Of(reply.Text, metadata.RootElement);
    }

    /// <param name="text">What was said.</param>
    /// <param name="metadata">The message's metadata, an object.</param>
    public static AgentResponseContent Of(string text, JsonElement metadata) => new(text, ThoughtIn(metadata), ActionsIn(metadata));

    private static string? ThoughtIn(JsonElement metadata) =>
        metadata.TryGetProperty("thought", out var thought) && thought.ValueKind is JsonValueKind.String ? thought.GetString() : null;

    private static IReadOnlyList<string> ActionsIn(JsonElement metadata) =>
        metadata.TryGetProperty("actions", out var actions) && actions.ValueKind is JsonValueKind.Array
            ? [.. actions.EnumerateArray().Where(action => action.ValueKind is JsonValueKind.String).Select(action => action.GetString()!)]
            : [];
}
