namespace Eliza.Domain.Media;

/// <summary>Where clients find an uploaded file: <c>/media/{id}/{name}</c>, whatever the name; the id alone counts.</summary>
public static class MediaPath
{
    private const string Start = "/media/";

    public static string Of(MediaId id, MediaName name) => $"{Start}{id}/{Uri.EscapeDataString(name.Value)}";

    /// <summary>The file that a URL names by its path on this server; null for any other. A whole URL is never ours: it may be anybody's.</summary>
    public static MediaId? IdIn(string url)
    {
        if (!url.StartsWith(Start, StringComparison.Ordinal)) return null;
        var rest = url.AsSpan(Start.Length);
        var end = rest.IndexOfAny('/', '?', '#');
        return MediaId.TryParse((end < 0 ? rest : rest[..end]).ToString(), out var id) ? id : null;
    }
}
