using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Eliza.Application.Channels;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;

namespace Eliza.ArchitectureTests;

/// <summary>What keeps the whole solution easy to find one's way in.</summary>
public sealed partial class SolutionRules
{
    [Fact]
    public void Solution_AsAFile_ListsEveryProject()
    {
        var solution = SourceTree.Read("Eliza.sln").Replace('\\', '/');
        SourceTree.Projects.ShouldInclude("src/Domain/Domain.csproj")
            .ShouldAll("A project that Eliza.sln does not list is built and tested by nobody.", project => solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_OfTheLayers_AreNamedForTheirFirstType() => CodeWithTypes.Where(file => file.StartsWith("src/", StringComparison.Ordinal)).ShouldInclude("src/Domain/Channels/Channel.cs").ShouldAll(
        "A file is called as the first type in it; specifications of one aggregate X may share a file XSpecs.",
        file => FirstType(file) is var (type, ancestor) && (type == NameOf(file) || (IsSpecs(file) && ancestor.StartsWith("Specification<", StringComparison.Ordinal))));

    [Fact]
    public void Files_InEveryFolder_HaveItsNamespace() => CodeWithTypes.ShouldAll(
        "A file's namespace is its folder's path; a StartupHook has none, for .NET finds it only so.",
        file => NameOf(file) == "StartupHook" || Namespace().Match(SourceTree.Read(file)).Value == $"namespace Eliza.{string.Join('.', file.Split('/')[1..^1])}");

    [Fact]
    public void Names_InEveryLayer_SayWhatAThingIsFor() => Types.InAssemblies(Layers.All).GetTypes().ShouldInclude(typeof(Channel)).ShouldAll(
        "Helpers, utilities, services and managers are names for a lack of one: say what it does.",
        type => !TypeName.Of(type).Split('.').Any(part => Empty().IsMatch(part)));

    [Fact]
    public void PortsAndContracts_OfTheInnerLayers_AreDocumented()
    {
        Assembly[] inner = [Layers.Domain, Layers.Application];
        var documented = inner.SelectMany(DocumentedTypes).ToHashSet();
        inner.SelectMany(layer => layer.GetExportedTypes())
            .Where(type => type is { IsNested: false } && (type.IsInterface || type.IsRecord()))
            .Concat(BuildingBlocks.Behaviours)
            .ShouldInclude(typeof(IChannelDirectory), typeof(SubmitMessageCommand), typeof(ChannelName), typeof(LoggingBehaviour<,>))
            .ShouldAll("Ports, behaviours, commands, queries and values say in a comment what they are for.", type => documented.Contains($"T:{type.FullName}"));
    }

    /// <summary>Files in which a type is declared; only top-level statements declare none.</summary>
    private static IReadOnlyList<string> CodeWithTypes =>
        SourceTree.CodeUnder("src").Concat(SourceTree.CodeUnder("tests")).Where(file => Declaration().IsMatch(SourceTree.Read(file)))
            .ShouldInclude("src/Domain/Channels/Channel.cs", "tests/ArchitectureTests/SolutionRules.cs");

    private static bool IsSpecs(string file) => file.EndsWith("Specs.cs", StringComparison.Ordinal);

    private static (string Name, string Base) FirstType(string file)
    {
        var match = Declaration().Match(SourceTree.Read(file));
        return (match.Groups["name"].Value, match.Groups["base"].Value);
    }

    /// <summary>A migration's file bears its time in front, and its designer's part a word behind.</summary>
    private static string NameOf(string file) => MigrationTime().Replace(Path.GetFileName(file).Split('.')[0], "");

    private static IEnumerable<string> DocumentedTypes(Assembly layer) =>
        XDocument.Load(Path.ChangeExtension(layer.Location, ".xml")).Descendants("member")
            .Where(member => member.HasElements)
            .Select(member => member.Attribute("name")!.Value);

    /// <summary>Modifiers, kind, name, and what stands behind the colon.</summary>
    [GeneratedRegex(
        @"^ {0,4}(?:(?:public|internal|file|sealed|abstract|static|partial|readonly) )*(?:class|interface|enum|struct|record(?: struct| class)?) "
        + @"(?<name>\w+)[^:{;]*(?::\s*(?<base>[^{;\r\n]*))?",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace [\w.]+", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("^[0-9]{14}_")]
    private static partial Regex MigrationTime();

    [GeneratedRegex("(Helper|Util|Utilitie|Utility|Service|Manager)s?$")]
    private static partial Regex Empty();
}
