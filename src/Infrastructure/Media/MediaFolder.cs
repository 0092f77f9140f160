using Eliza.Domain.Media;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Media;

/// <summary>The folder in which uploaded files lie: each under its id, in one of 256 folders; those under way in a folder of their own.</summary>
internal sealed class MediaFolder(IOptions<MediaOptions> media, IOptions<DatabaseOptions> database)
{
    private const string Staging = "incoming";

    public string Root { get; } = Path.GetFullPath(media.Value.Path ?? Path.Combine(database.Value.Folder, "media"));

    /// <summary>Makes the folder. What people send each other lies in it: it is for its owner alone.</summary>
    /// <exception cref="InvalidDataException">It cannot be made, or written.</exception>
    public void Create()
    {
        try
        {
            MakeFolder(Root);
            MakeFolder(Path.Combine(Root, Staging));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Media:Path must be a folder that the server may make and write in, which {Root} is not ({exception.Message})", exception);
        }
    }

    /// <summary>Where a file lies while it comes in.</summary>
    public string StagedPathOf(MediaId id) => Path.Combine(Root, Staging, id.ToString());

    /// <summary>Where a file lies that is kept. The end of an id is by chance, its beginning is a time.</summary>
    public string PathOf(MediaId id) => Path.Combine(Root, id.ToString()[^2..], id.ToString());

    /// <summary>Brings a file to its place at once, from within the same folder; one that is there already stays.</summary>
    public void Keep(MediaId id)
    {
        var path = PathOf(id);
        if (File.Exists(path)) return;
        MakeFolder(Path.GetDirectoryName(path)!);
        File.Move(StagedPathOf(id), path);
    }

    /// <summary>The files, under way or kept, that nobody has written since then. Files of others' are passed over.</summary>
    public IEnumerable<(MediaId Id, string Path)> FilesBefore(DateTimeOffset moment)
    {
        foreach (var file in new DirectoryInfo(Root).EnumerateDirectories().SelectMany(folder => folder.EnumerateFiles()))
        {
            if (!MediaId.TryParse(file.Name, out var id) || file.LastWriteTimeUtc >= moment.UtcDateTime) continue;
            if (file.FullName == PathOf(id) || file.FullName == StagedPathOf(id)) yield return (id, file.FullName);
        }
    }

    /// <summary>One that is there already stays as it is; of those above it, the system decides.</summary>
    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
