using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Application.Agents;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Agents;

/// <summary>
/// What a client says of an agent: our own fields, and whatever else its character has (topics, style, messageExamples …), which is
/// kept and given back, but for <c>secrets</c>. It takes 16 KB and 5 levels at most.
/// </summary>
public class AgentFields : CreatingRequest
{
    /// <summary>What it is called by: a UUID, or 1–128 of letters, digits, and . _ : @ - (made by the server when missing).</summary>
    public string? Id { get; init; }

    /// <summary>What people call the agent, 1–100 characters; required of a new one.</summary>
    public string? Name { get; init; }

    /// <summary>eliza (the embedded DOCTOR), llm (a language model), webhook (called over HTTP) or remote (fetches its messages); when missing, what the settings are for.</summary>
    public string? Kind { get; init; }

    /// <summary>Whom it answers in a text or group channel that it shares with other agents: mention (default), who calls it by name; always, every person.</summary>
    public string? ReplyPolicy { get; init; }

    /// <summary>Whether it answers; true when missing.</summary>
    [AlsoSpelled("enabled")]
    public bool? IsActive { get; init; }

    /// <summary>What a language model is told before the conversation; the same as in the settings.</summary>
    public string? System { get; init; }

    /// <summary>How it is to answer.</summary>
    public AgentSettingsFields? Settings { get; init; }

    /// <summary>Who it is: a text, or a list of texts.</summary>
    public JsonElement? Bio { get; init; }

    /// <summary>Data of the client's own.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Further fields of its character.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>The fields of both; where both say something, this one's count.</summary>
    internal AgentFields Over(AgentFields? other) => other is null ? this : new AgentFields
    {
        Id = Id ?? other.Id,
        Name = Name ?? other.Name,
        Kind = Kind ?? other.Kind,
        ReplyPolicy = ReplyPolicy ?? other.ReplyPolicy,
        IsActive = IsActive ?? other.IsActive,
        System = System ?? other.System,
        Settings = Settings?.Over(other.Settings) ?? other.Settings,
        Bio = Bio ?? other.Bio,
        Metadata = Metadata ?? other.Metadata,
        Others = Others.Over(other.Others),
    };

    internal AgentSettingsInput? ToSettings() => Settings is null && System is null ? null : (Settings ?? new AgentSettingsFields()).ToInput(System);

    /// <summary>All that is not ours, as one object.</summary>
    internal JsonElement? ToCharacter()
    {
        var fields = Others.Over(null) ?? new Dictionary<string, JsonElement>();
        if (Bio is { } bio) fields["bio"] = bio;
        if (Metadata is { } metadata) fields["metadata"] = metadata;
        return CharacterFields.Gather(fields, Settings?.Others ?? new Dictionary<string, JsonElement>());
    }
}
