using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Eliza.ArchitectureTests.Solution;

/// <summary>The files as they lie in the repository.</summary>
internal static partial class SourceTree
{
    public static readonly string Root = FindRoot();

    public static IReadOnlyList<string> Projects => [.. Files("*.csproj")];

    public static IReadOnlyList<string> CodeUnder(string folder) => [.. Files("*.cs").Where(file => file.StartsWith(folder + '/', StringComparison.Ordinal))];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>What a project's items of a kind include: <c>PackageReference</c>, <c>ProjectReference</c>.</summary>
    public static IReadOnlyList<string> ItemsOf(string layer, string kind) =>
        [.. XDocument.Parse(Read($"src/{layer}/{layer}.csproj")).Descendants(kind).Select(item => item.Attribute("Include")!.Value)];

    /// <summary>Relative to the root, with forward slashes.</summary>
    private static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !BuildOutput().IsMatch(file))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("Eliza.sln").Any()) folder = folder.Parent ?? throw new DirectoryNotFoundException("No Eliza.sln above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();
}
