namespace Eliza.Benchmarks.Common;

/// <summary>Finds what was built along with this program, in the same configuration.</summary>
public static class BuiltAlong
{
    /// <param name="project">The project's folder, from the root of the repository.</param>
    /// <param name="assembly">The file.</param>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string Find(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        for (var folder = output; folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, project, "bin", output.Parent!.Name, output.Name, assembly);
            if (File.Exists(file)) return file;
        }
        throw new FileNotFoundException($"{project} is not built.");
    }
}
