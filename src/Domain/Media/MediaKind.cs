namespace Eliza.Domain.Media;

/// <summary>What people do with a file: look at it, watch it, listen to it, or read it.</summary>
public enum MediaKind
{
    Image,
    Video,
    Audio,
    Document,
}

/// <summary>The names of the kinds, as clients see them.</summary>
public static class MediaKinds
{
    public static string Name(this MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Video => "video",
        MediaKind.Audio => "audio",
        MediaKind.Document => "document",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of file."),
    };
}
