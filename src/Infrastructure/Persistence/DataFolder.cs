namespace Eliza.Infrastructure.Persistence;

/// <summary>The folder of what a server keeps beside the database: its first key, and files unless they have a place of their own.</summary>
internal static class DataFolder
{
    /// <summary>What people say lies in it: a folder of our making is for its owner alone.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
