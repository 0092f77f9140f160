using System.Text.Json;

namespace Eliza.WebApi.Agents;

/// <summary>Fields that a client sent beside those that we know.</summary>
internal static class OtherFields
{
    /// <summary>The fields of both; where both have one, the first one's counts.</summary>
    public static IDictionary<string, JsonElement>? Over(this IDictionary<string, JsonElement>? fields, IDictionary<string, JsonElement>? others)
    {
        if (fields is null && others is null) return null;
        var both = new Dictionary<string, JsonElement>(others ?? new Dictionary<string, JsonElement>());
        foreach (var (name, value) in fields ?? new Dictionary<string, JsonElement>()) both[name] = value;
        return both;
    }
}
