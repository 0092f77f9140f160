using System.Text.Json;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>
/// What makers tell of an agent: a JSON object that is kept and given back, its fields beside ours. So none of ours can be among
/// them, in whatever case, and <c>secrets</c>, which characters of the reference may hold, are never kept: everybody may read this.
/// </summary>
public static class CharacterFields
{
    private const string Settings = "settings";

    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "name", "status", "kind", "createdAt", "updatedAt", "enabled", "isActive", "replyPolicy", "system", Settings,
        "issuedSecret", "webhookSecret", "character", "characterJson", "agent", "messageId", "secrets",
    };

    private static readonly HashSet<string> OursInSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "system", "model", "maxTokens", "temperature", "historyLength", "timeoutSeconds", "webhookUrl", "cacheReplies",
        "sessionTimeoutMinutes", "sessionAutoRenew", "sessionMaxDurationMinutes", "sessionWarningThresholdMinutes", "others", "secrets",
    };

    /// <summary>Puts the fields that are not ours into one object; null when there are none.</summary>
    /// <param name="fields">Fields of the character.</param>
    /// <param name="settings">Fields of its settings that we have no use for.</param>
    public static JsonElement? Gather(IEnumerable<KeyValuePair<string, JsonElement>> fields, IEnumerable<KeyValuePair<string, JsonElement>> settings)
    {
        var kept = fields.Where(field => !Ours.Contains(field.Key)).ToDictionary();
        var keptSettings = settings.Where(field => !OursInSettings.Contains(field.Key)).ToDictionary();
        if (keptSettings.Count > 0) kept[Settings] = JsonSerializer.SerializeToElement(keptSettings);
        return kept.Count == 0 ? null : JsonSerializer.SerializeToElement(kept);
    }

    /// <summary>What was told before, with what is told now in the place of the same fields; of the settings too.</summary>
    internal static Result<Metadata> Merge(Metadata before, JsonElement? now)
    {
        if (now is not { } told) return before;
        var fields = Read(before.Json);
        var settings = SettingsOf(fields);
        foreach (var field in told.EnumerateObject()) fields[field.Name] = field.Value;
        foreach (var field in SettingsOf(fields)) settings[field.Key] = field.Value;
        if (settings.Count > 0) fields[Settings] = JsonSerializer.SerializeToElement(settings);
        return Metadata.Create(JsonSerializer.SerializeToElement(fields));
    }

    /// <summary>The fields to be shown beside an agent's own; null for none.</summary>
    internal static IDictionary<string, JsonElement>? Of(string character)
    {
        var fields = Read(character);
        fields.Remove(Settings);
        return fields.Count == 0 ? null : fields;
    }

    internal static AgentSettingsResponse SettingsOf(AgentSettings settings, string character) => new()
    {
        System = settings.System,
        Model = settings.Model,
        MaxTokens = settings.MaxTokens,
        Temperature = settings.Temperature,
        HistoryLength = settings.HistoryLength,
        TimeoutSeconds = settings.TimeoutSeconds,
        WebhookUrl = settings.WebhookUrl,
        CacheReplies = settings.CacheReplies,
        SessionTimeoutMinutes = settings.SessionTimeouts.Timeout?.TotalMinutes,
        SessionAutoRenew = settings.SessionTimeouts.AutoRenew,
        SessionMaxDurationMinutes = settings.SessionTimeouts.MaxDuration?.TotalMinutes,
        SessionWarningThresholdMinutes = settings.SessionTimeouts.WarningThreshold?.TotalMinutes,
        Others = SettingsOf(Read(character)) is { Count: > 0 } others ? others : null,
    };

    /// <summary>What an older row has under a name that became ours since would be told twice.</summary>
    private static Dictionary<string, JsonElement> SettingsOf(Dictionary<string, JsonElement> fields) =>
        fields.TryGetValue(Settings, out var settings) && settings.ValueKind is JsonValueKind.Object
            ? Read(settings.GetRawText()).Where(field => !OursInSettings.Contains(field.Key)).ToDictionary()
            : [];

    private static Dictionary<string, JsonElement> Read(string json) =>
        json.Length == 2 ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}
