using Eliza.Domain.Messages;

namespace Eliza.Domain.Media;

/// <summary>What an uploaded file shows or says, as far as it was found out: text that may stand as an attachment's description.</summary>
public sealed record MediaDescription
{
    public const int MaxLength = Attachment.MaxDescriptionLength;

    private MediaDescription(string value) => Value = value;

    public string Value { get; }

    /// <summary>The text, tidied; as much of it as fits and an ellipsis where there is more.</summary>
    /// <param name="text">As it was found.</param>
    /// <returns>Null when there is nothing in it to read.</returns>
    public static MediaDescription? Of(string text)
    {
        var tidy = new TidyText(MaxLength);
        tidy.Append(text);
        return tidy.ToString() is { Length: > 0 } value ? new MediaDescription(value) : null;
    }

    /// <summary>For descriptions that were made before: from the database.</summary>
    public static MediaDescription FromTrusted(string value) => new(value);

    public override string ToString() => Value;
}
