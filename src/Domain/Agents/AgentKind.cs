using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>What makes an agent answer: the name of the runtime that does it (<c>eliza</c>).</summary>
public sealed record AgentKind
{
    public const int MaxLength = 32;

    public static readonly AgentKind Eliza = new("eliza");

    private AgentKind(string value) => Value = value;

    public string Value { get; }

    public static Result<AgentKind> Create(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(c => char.IsAsciiLetterLower(c) || c is '-')
            ? new AgentKind(value)
            : Error.Rule("Agent.InvalidKind", $"must be 1 to {MaxLength} lower-case letters or hyphens");

    public static AgentKind From(string value) => Create(value).Value;

    public override string ToString() => Value;
}
