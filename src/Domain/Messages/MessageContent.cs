using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>
/// What a message says: 1–4000 Unicode scalar values, well-formed, no control characters but tab, CR and LF, not only
/// white space, and no markup that a browser would run.
/// </summary>
public sealed record MessageContent
{
    public const int MaxLength = 4000;

    private static readonly Error Empty = Error.Rule("Message.EmptyContent", "must not be empty or only white space");
    private static readonly Error Executable = Error.Rule("Message.ExecutableContent", "must not contain markup that a browser would run");

    private MessageContent(string value) => Value = value;

    public string Value { get; }

    public static Result<MessageContent> Create(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Empty;
        if (TextRules.Broken(value, MaxLength) is { } rule) return Error.Rule("Message.InvalidContent", rule);
        return ExecutableMarkup.IsIn(value) ? Executable : new MessageContent(value);
    }

    /// <summary>For content that was checked before: from the database.</summary>
    public static MessageContent FromTrusted(string value) => new(value);

    public override string ToString() => Value;
}
