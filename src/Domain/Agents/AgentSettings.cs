using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Domain.Agents;

/// <summary>
/// How an agent's runtime is to answer. What is null is left to the server's configuration; what a kind of agent has no use
/// for it passes over.
/// </summary>
public sealed record AgentSettings
{
    public const int MaxSystemLength = 16_000;
    public const int MaxModelLength = 200;
    public const int MaxMaxTokens = 128_000;
    public const double MaxTemperature = 2;
    public const int MaxHistoryLength = 100;
    public const int DefaultHistoryLength = 20;
    public const int MaxTimeoutSeconds = 3600;
    public const int MaxWebhookUrlLength = 2048;

    public static readonly AgentSettings None = new();

    private static readonly Error InvalidWebhookUrl = Error.Rule(
        "AgentSettings.InvalidWebhookUrl", $"must be an absolute http or https URL of at most {MaxWebhookUrlLength} characters, without user name or password");

    /// <summary>llm: what the model is told before the conversation.</summary>
    public string? System { get; init; }

    /// <summary>llm: which model.</summary>
    public string? Model { get; init; }

    /// <summary>llm: the longest answer, in the model's tokens: 1 or more.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>llm: 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>llm and webhook: how many messages of the channel go with the question: 0 to 100, 20 unless told.</summary>
    public int? HistoryLength { get; init; }

    /// <summary>How long one attempt may take, in seconds: 1 to 3600.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>webhook: whom to call, an absolute http(s) URL.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>Whether the same question may be answered from memory for an hour.</summary>
    public bool CacheReplies { get; init; }

    /// <summary>How long its sessions last, where they do not say themselves.</summary>
    public SessionTimeoutChoice SessionTimeouts { get; init; } = SessionTimeoutChoice.None;

    /// <summary>A URL that a webhook may have: absolute, http or https, no user or password in it.</summary>
    public static Result<string> CheckWebhookUrl(string url) =>
        url.Length <= MaxWebhookUrlLength && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0
            ? url
            : InvalidWebhookUrl;

    public static Result<string> CheckSystem(string text) =>
        TextRules.Broken(text, MaxSystemLength) is { } rule ? Error.Rule("AgentSettings.InvalidSystem", rule) : text;

    public static Result<string> CheckModel(string model)
    {
        if (string.IsNullOrWhiteSpace(model)) return Error.Rule("AgentSettings.EmptyModel", "must not be empty");
        return TextRules.Broken(model, MaxModelLength) is { } rule ? Error.Rule("AgentSettings.InvalidModel", rule) : model;
    }
}
