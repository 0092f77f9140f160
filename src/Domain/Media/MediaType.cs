using Eliza.Domain.Common;

namespace Eliza.Domain.Media;

/// <summary>
/// One of the types that a file may have. What a client says of a file, by the name's ending and by the type it declares, is
/// believed only when the file's first bytes say the same.
/// </summary>
public sealed record MediaType
{
    public const int MaxLength = 127;

    /// <summary>How much of a file must be known to tell its type: what browsers look at, when they guess.</summary>
    public const int HeadLength = 1445;

    public const string Names = "JPG, PNG, GIF, PDF, DOCX, MP3, WAV, MP4, MOV";

    private static readonly MediaType[] All =
    [
        new("image/jpeg", MediaKind.Image, MediaSignatures.IsJpeg, [".jpg", ".jpeg"], ["image/jpg"]),
        new("image/png", MediaKind.Image, MediaSignatures.IsPng, [".png"], []),
        new("image/gif", MediaKind.Image, MediaSignatures.IsGif, [".gif"], []),
        new("application/pdf", MediaKind.Document, MediaSignatures.IsPdf, [".pdf"], []),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", MediaKind.Document, MediaSignatures.IsDocx, [".docx"], []),
        new("audio/wav", MediaKind.Audio, MediaSignatures.IsWav, [".wav"], ["audio/x-wav", "audio/wave"]),
        new("video/quicktime", MediaKind.Video, MediaSignatures.IsMov, [".mov"], []),
        new("video/mp4", MediaKind.Video, MediaSignatures.IsMp4, [".mp4"], []),

        // Last, for it is known by the fewest bits.
        new("audio/mpeg", MediaKind.Audio, MediaSignatures.IsMp3, [".mp3"], ["audio/mp3"]),
    ];

    private readonly Signature _signature;
    private readonly string[] _endings;
    private readonly string[] _aliases;

    private MediaType(string contentType, MediaKind kind, Signature signature, string[] endings, string[] aliases) =>
        (ContentType, Kind, _signature, _endings, _aliases) = (contentType, kind, signature, endings, aliases);

    private delegate bool Signature(ReadOnlySpan<byte> head);

    /// <summary>As the file is served.</summary>
    public string ContentType { get; }

    public MediaKind Kind { get; }

    /// <summary>The usual ending of a name, with its point.</summary>
    public string Ending => _endings[0];

    /// <summary>The type of a file, if all that tells of it agrees.</summary>
    /// <param name="fileName">Its name; without an ending it says nothing of the type.</param>
    /// <param name="declared">What the client declares; null or <c>application/octet-stream</c> when it does not know.</param>
    /// <param name="head">The file's first bytes, <see cref="HeadLength"/> of them if there are as many.</param>
    public static Result<MediaType> Find(string? fileName, string? declared, ReadOnlySpan<byte> head)
    {
        var ending = Path.GetExtension(MediaName.LastPartOf(fileName));
        var name = declared?.Split(';')[0].Trim();
        if (string.IsNullOrEmpty(name) || Is(name, "application/octet-stream")) name = null;
        if (ending.Length > 0 && !All.Any(type => type.EndsIn(ending))) return MediaErrors.UnsupportedType;
        if (name is not null && !All.Any(type => type.IsCalled(name))) return MediaErrors.UnsupportedType;

        foreach (var type in All)
        {
            if (!type._signature(head)) continue;
            var agreed = (ending.Length == 0 || type.EndsIn(ending)) && (name is null || type.IsCalled(name));
            return agreed && !MediaSignatures.HasMarkup(head) ? type : MediaErrors.OtherContent;
        }
        return MediaErrors.OtherContent;
    }

    /// <summary>For types that were found before: from the database.</summary>
    public static MediaType From(string contentType) => All.Single(type => type.ContentType == contentType);

    public override string ToString() => ContentType;

    internal bool EndsIn(string ending) => _endings.Any(own => Is(own, ending));

    private bool IsCalled(string name) => Is(ContentType, name) || _aliases.Any(alias => Is(alias, name));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
