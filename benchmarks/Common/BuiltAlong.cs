namespace Eliza.Benchmarks.Common;

/// <summary>Finds what was built along with this program, in the same configuration.</summary>
public static class BuiltAlong
{
    /// <summary>The root of the repository.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Eliza.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("This is not in the repository.");
            return folder.FullName;
        }
    }

    /// <param name="project">The project's folder, from the root of the repository.</param>
    /// <param name="assembly">The file.</param>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string Find(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(Root, project, "bin", output.Parent!.Name, output.Name, assembly);
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} is not built.");
    }
}
