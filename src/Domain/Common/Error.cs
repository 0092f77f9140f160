namespace Eliza.Domain.Common;

/// <summary>An expected failure: a value, never an exception.</summary>
/// <param name="Code">Stable, for logs and tests, such as <c>Channel.NotFound</c>.</param>
/// <param name="Kind">Decides the HTTP status and the code that clients see.</param>
/// <param name="Message">One short line for people.</param>
/// <param name="Details">
/// What exactly went wrong; never empty. For the rule of a value object it reads on after the field's name:
/// "must be …".
/// </param>
public sealed record Error(string Code, ErrorKind Kind, string Message, string Details)
{
    /// <summary>The fields that are wrong, when the failure is about fields; <see cref="Details"/> then tells all of them.</summary>
    public IReadOnlyList<FieldFailure> Fields { get; init; } = [];

    /// <summary>A value that breaks its rule. <paramref name="rule"/> follows the field's name: "must be …".</summary>
    public static Error Rule(string code, string rule) => new(code, ErrorKind.Validation, "Invalid value", rule);
}

/// <summary>One field that is wrong.</summary>
/// <param name="Path">The property's path in the command, such as <c>Attachments[0].Size</c>; the transport spells it as the client did.</param>
/// <param name="Problem">The sentence to show; <see cref="Placeholder"/> stands for the field's name.</param>
public sealed record FieldFailure(string Path, string Problem)
{
    public const string Placeholder = "{field}";

    public static FieldFailure Required(string path) => new(path, $"Required field '{Placeholder}' is missing");

    public static FieldFailure Breaks(string path, string rule) => new(path, $"Field '{Placeholder}' {rule}");
}
