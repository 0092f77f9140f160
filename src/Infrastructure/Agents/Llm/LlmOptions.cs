using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>
/// The section <c>Llm</c> of the configuration. Where the model is and with which key is the operator's alone to say: an
/// agent's maker who could name another endpoint would be sent the key.
/// </summary>
internal sealed class LlmOptions
{
    public const string Section = "Llm";
    public const int MaxModelLength = AgentSettings.MaxModelLength;
    public const int MostTokens = AgentSettings.MaxMaxTokens;
    public const int MostCalls = 1000;

    private const string PublicEndpoint = "https://api.openai.com/v1";

    /// <summary>The base address of an OpenAI-compatible API, such as <c>http://localhost:11434/v1</c>; OpenAI's own when only a key is set.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Sent as a bearer token; nothing is sent without it.</summary>
    public string? ApiKey { get; set; }

    /// <summary>For agents whose settings name none.</summary>
    public string? Model { get; set; }

    /// <summary>The longest answer in tokens, for agents whose settings do not say: 1 to 128000.</summary>
    public int MaxTokens { get; set; } = 1024;

    /// <summary>How many answers are being written at once, of all agents together; more wait: 1 to 1000.</summary>
    public int MaxConcurrentCalls { get; set; } = 16;

    public bool IsEndpointAllowed => string.IsNullOrEmpty(Endpoint)
        || (Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));

    public bool IsApiKeyAllowed => string.IsNullOrEmpty(ApiKey) || ApiKey.All(c => c is > ' ' and <= '~');

    public bool IsModelAllowed => string.IsNullOrEmpty(Model) || (!string.IsNullOrWhiteSpace(Model) && Model.Length <= MaxModelLength);

    /// <summary>Where to ask; null when no language model is configured.</summary>
    public Uri? Address() => !string.IsNullOrEmpty(Endpoint) ? new Uri(Endpoint) : !string.IsNullOrEmpty(ApiKey) ? new Uri(PublicEndpoint) : null;

    /// <summary>Not the key: this may end up in a log.</summary>
    public override string ToString() => $"Llm at {Address()}";
}
