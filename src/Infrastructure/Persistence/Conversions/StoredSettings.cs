using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Domain.Agents;
using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Eliza.Infrastructure.Persistence.Conversions;

/// <summary>An agent's settings in its row; times of sessions are in minutes. Rows outlive the code: these names stay, whatever the domain's become.</summary>
internal sealed record StoredSettings(
    [property: JsonPropertyName("system")] string? System,
    [property: JsonPropertyName("model")] string? Model,
    [property: JsonPropertyName("maxTokens")] int? MaxTokens,
    [property: JsonPropertyName("temperature")] double? Temperature,
    [property: JsonPropertyName("history")] int? HistoryLength,
    [property: JsonPropertyName("timeout")] int? TimeoutSeconds,
    [property: JsonPropertyName("webhook")] string? WebhookUrl,
    [property: JsonPropertyName("cache")] bool CacheReplies,
    [property: JsonPropertyName("session")] double? SessionTimeout,
    [property: JsonPropertyName("sessionMax")] double? SessionMaxDuration,
    [property: JsonPropertyName("sessionWarning")] double? SessionWarningThreshold,
    [property: JsonPropertyName("sessionRenew")] bool? SessionAutoRenew)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private static string Write(AgentSettings settings) => JsonSerializer.Serialize(
        new StoredSettings(
            settings.System, settings.Model, settings.MaxTokens, settings.Temperature, settings.HistoryLength, settings.TimeoutSeconds,
            settings.WebhookUrl, settings.CacheReplies, settings.SessionTimeouts.Timeout?.TotalMinutes, settings.SessionTimeouts.MaxDuration?.TotalMinutes,
            settings.SessionTimeouts.WarningThreshold?.TotalMinutes, settings.SessionTimeouts.AutoRenew),
        Short);

    private static AgentSettings Read(string json)
    {
        var stored = JsonSerializer.Deserialize<StoredSettings>(json, Short)!;
        return new AgentSettings
        {
            System = stored.System,
            Model = stored.Model,
            MaxTokens = stored.MaxTokens,
            Temperature = stored.Temperature,
            HistoryLength = stored.HistoryLength,
            TimeoutSeconds = stored.TimeoutSeconds,
            WebhookUrl = stored.WebhookUrl,
            CacheReplies = stored.CacheReplies,
            SessionTimeouts = SessionTimeoutChoice.OfMinutes(
                stored.SessionTimeout, stored.SessionMaxDuration, stored.SessionWarningThreshold, stored.SessionAutoRenew),
        };
    }

    internal sealed class Converter() : ValueConverter<AgentSettings, string>(settings => Write(settings), json => Read(json));
}
