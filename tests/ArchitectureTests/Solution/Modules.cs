using System.Reflection;
using Eliza.ArchitectureTests.Fluent;

namespace Eliza.ArchitectureTests.Solution;

/// <summary>A module is the same folder in every layer; Application names them all, since each has its use cases or ports there.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<string> All = [.. FoldersOf(Layers.Application)];

    /// <summary>The folders right below a layer's root, but the one that its modules share.</summary>
    public static IEnumerable<string> FoldersOf(Assembly layer) =>
        Types.InAssembly(layer).GetTypes().Select(FolderOf).OfType<string>().Where(folder => folder is not "Common").Distinct().Order(StringComparer.Ordinal);

    /// <summary>The folder that a type lies in or below, right under its layer's root; null for what lies in the root itself.</summary>
    public static string? FolderOf(Type type) => type.Namespace?.Split('.') is [_, _, var folder, ..] ? folder : null;

    /// <summary>
    /// What a module keeps to itself, beside its aggregates: its use cases (every folder below its own in Application), its
    /// repositories and specifications, what it declares internal, and its parts in the outer layers. Others meet it by
    /// ids, values, events, errors, and by the ports and records in its root folder in Application.
    /// </summary>
    public static IEnumerable<string> InnerPartsOf(string module) => Types.InAssemblies([Layers.Domain, Layers.Application]).GetTypes()
        .Where(type => FolderOf(type) == module && IsInner(type))
        .Select(TypeName.Of)
        .Append($"{Layers.NamespaceOf(Layers.Infrastructure)}.{module}")
        .Append($"{Layers.NamespaceOf(Layers.WebApi)}.{module}");

    /// <summary>The aggregates of a module and the entities inside them.</summary>
    public static IEnumerable<string> EntitiesOf(string module) =>
        BuildingBlocks.Entities.Where(type => FolderOf(type) == module).Select(TypeName.Of);

    private static bool IsInner(Type type) =>
        !type.IsPublic
        || (type.Assembly == Layers.Application && type.Namespace!.Split('.').Length > 3)
        || BuildingBlocks.Repositories.Contains(type)
        || BuildingBlocks.Specifications.Contains(type);
}
