using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>Where a message came from (<c>user_message</c>, <c>agent_response</c>, a platform's name): at most 64 characters of plain text.</summary>
public sealed record SourceType
{
    public const int MaxLength = 64;

    public static readonly SourceType UserMessage = new("user_message");
    public static readonly SourceType AgentResponse = new("agent_response");

    private SourceType(string value) => Value = value;

    public string Value { get; }

    public static Result<SourceType> Create(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Error.Rule("Message.EmptySourceType", "must not be empty");
        return TextRules.Broken(value, MaxLength) is { } rule ? Error.Rule("Message.InvalidSourceType", rule) : new SourceType(value);
    }

    /// <summary>For a type that was checked before: from the database. The usual ones are shared.</summary>
    public static SourceType FromTrusted(string value) =>
        value == UserMessage.Value ? UserMessage : value == AgentResponse.Value ? AgentResponse : new SourceType(value);

    /// <summary>What a message that does not say is taken for.</summary>
    public static SourceType Of(ActorKind author) => author is ActorKind.Agent ? AgentResponse : UserMessage;

    public override string ToString() => Value;
}
