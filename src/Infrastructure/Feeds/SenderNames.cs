using System.Text.Json;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Feeds;

/// <summary>What those are called in a channel of whom listeners are told.</summary>
/// <param name="own">The names under which people and agents take part there.</param>
/// <param name="ofAgents">What agents there go by that somebody calls themselves in a message: ids and names, as mentions compare them.</param>
internal sealed class SenderNames(IReadOnlyDictionary<ActorId, string> own, IReadOnlySet<string> ofAgents)
{
    /// <summary>Where clients put the name of a person who writes, most telling first.</summary>
    private static readonly string[] FieldsOfPeople = ["user_display_name", "displayName"];

    private static readonly string[] FieldsOfAgents = ["agent_name", .. FieldsOfPeople];

    /// <summary>The name under which an actor takes part; null for none.</summary>
    public string? Find(ActorId actor) => own.GetValueOrDefault(actor);

    /// <summary>
    /// Who wrote a message: by the name under which the author takes part, else by what the message itself tells, else by the id. A
    /// message may say what it likes, so a person's is not believed when it tells a name that could not be taken in the channel.
    /// </summary>
    public string Of(Message message, JsonElement metadata) =>
        Find(message.Author)
        ?? Told(message.AuthorKind, metadata).FirstOrDefault(name => message.AuthorKind is ActorKind.Agent || !ofAgents.Contains(name.Key))?.Value
        ?? message.Author.Value;

    /// <summary>What people call themselves in messages, as mentions compare it.</summary>
    public static IReadOnlyCollection<string> ToldBy(IEnumerable<Message> messages)
    {
        var told = new HashSet<string>();
        foreach (var message in messages.Where(message => message.AuthorKind is not ActorKind.Agent))
        {
            using var metadata = JsonDocument.Parse(message.Metadata.Json);
            told.UnionWith(Told(message.AuthorKind, metadata.RootElement).Select(name => name.Key));
        }
        return told;
    }

    private static IEnumerable<DisplayName> Told(ActorKind kind, JsonElement metadata)
    {
        foreach (var field in kind is ActorKind.Agent ? FieldsOfAgents : FieldsOfPeople)
        {
            if (metadata.TryGetProperty(field, out var text) && text.ValueKind is JsonValueKind.String
                && DisplayName.Create(text.GetString()) is { IsSuccess: true } name) yield return name.Value;
        }
    }
}
