using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>What makes an agent answer: the name of the runtime that does it (<c>eliza</c>, <c>llm</c>, <c>webhook</c>), or <c>remote</c>.</summary>
public sealed record AgentKind
{
    public const int MaxLength = 32;

    /// <summary>Weizenbaum's DOCTOR, in this process.</summary>
    public static readonly AgentKind Eliza = new("eliza");

    /// <summary>A language model behind an OpenAI-compatible endpoint.</summary>
    public static readonly AgentKind Llm = new("llm");

    /// <summary>A program that is called over HTTP.</summary>
    public static readonly AgentKind Webhook = new("webhook");

    /// <summary>A program that fetches its messages from its inbox.</summary>
    public static readonly AgentKind Remote = new("remote");

    public static readonly IReadOnlyList<AgentKind> All = [Eliza, Llm, Webhook, Remote];

    private static readonly Error Unknown = Error.Rule("Agent.UnknownKind", $"must be one of {string.Join(", ", All.Select(kind => kind.Value))}");

    private AgentKind(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether such agents fetch their runs themselves: no dispatcher takes those.</summary>
    public bool FetchesRuns => this == Remote;

    /// <summary>Whether such agents are told what was said before; Eliza has a memory of her own.</summary>
    public bool ReadsHistory => this != Eliza;

    public static Result<AgentKind> Create(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(c => char.IsAsciiLetterLower(c) || c is '-')
            ? new AgentKind(value)
            : Error.Rule("Agent.InvalidKind", $"must be 1 to {MaxLength} lower-case letters or hyphens");

    /// <summary>The kind of a name in any case, of those that there are.</summary>
    public static Result<AgentKind> Parse(string name) =>
        All.FirstOrDefault(known => known.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } kind ? kind : Unknown;

    public static AgentKind From(string value) => Create(value).Value;

    public override string ToString() => Value;
}
