using System.Collections.Concurrent;
using System.Reflection;
using Mono.Cecil;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>The way from reflection to Cecil, which sees into method bodies.</summary>
internal static class Module
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<ModuleDefinition>> Read = new();

    public static TypeDefinition Find(Type type) => (TypeDefinition)Of(type.Assembly).LookupToken(type.MetadataToken);

    public static MethodDefinition Find(MethodInfo method) => (MethodDefinition)Of(method.Module.Assembly).LookupToken(method.MetadataToken);

    public static string NameOf(MethodReference method) =>
        $"{TypeName.Plain(method.DeclaringType.GetElementType().FullName)}.{method.Name}"
        + $"({string.Join(", ", method.Parameters.Select(parameter => TypeName.Plain(parameter.ParameterType.FullName)))})";

    private static ModuleDefinition Of(Assembly assembly) =>
        Read.GetOrAdd(assembly, static a => new Lazy<ModuleDefinition>(() => ModuleDefinition.ReadModule(a.Location))).Value;
}
