using System.Text.Json;
using Eliza.Domain.Common;

namespace Eliza.Application.Messages.PostMessage;

/// <summary>The author whom a message's metadata names, for who has no other place to name one.</summary>
internal static class MetadataAuthor
{
    private static readonly string[] Fields = ["user_id", "userId", "authorId", "author_id"];

    /// <summary>The first of the fields that holds an id; null when none does.</summary>
    public static string? In(JsonElement? metadata)
    {
        if (metadata is not { ValueKind: JsonValueKind.Object } fields) return null;
        return Fields.Select(name => fields.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(text => ActorId.Create(text).IsSuccess);
    }
}
