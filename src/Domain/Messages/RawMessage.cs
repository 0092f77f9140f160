using System.Text;
using System.Text.Json;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>The message as the client's platform gave it, kept untouched: a JSON object or a JSON string, at most 16 KB and 5 levels.</summary>
public sealed record RawMessage
{
    private RawMessage(string json) => Json = json;

    public string Json { get; }

    public static Result<RawMessage> Create(JsonElement element)
    {
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
            return Error.Rule("Message.InvalidRawMessage", "must be a JSON object or a string");
        if (JsonRules.Broken(element, plainKeys: false) is { } rule) return Error.Rule("Message.InvalidRawMessage", rule);
        var json = element.GetRawText();
        return Encoding.UTF8.GetByteCount(json) > JsonRules.MaxBytes
            ? Error.Rule("Message.RawMessageTooLarge", "must be at most 16 KB of JSON")
            : new RawMessage(json);
    }

    /// <summary>For what was checked before: from the database.</summary>
    public static RawMessage FromTrusted(string json) => new(json);
}
