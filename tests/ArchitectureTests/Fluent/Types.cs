using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>
/// Types chosen for a rule. This folder holds the few words of NetArchTest.Rules that our rules use, over the same
/// Mono.Cecil, so that the package can take its place.
/// </summary>
/// <remarks>Only types that somebody wrote, and no nested ones: what is nested counts with the type around it.</remarks>
internal sealed class Types
{
    private readonly IReadOnlyList<Type> _types;

    internal Types(IEnumerable<Type> types) => _types = [.. types];

    public static Types InAssembly(Assembly assembly) => InAssemblies([assembly]);

    public static Types InAssemblies(IEnumerable<Assembly> assemblies) =>
        new(assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten));

    public Predicates That() => new(_types);

    public Predicates And() => new(_types);

    public Conditions Should() => new(_types);

    public NegatedConditions ShouldNot() => new(_types);

    public IReadOnlyList<Type> GetTypes() => _types;

    private static bool IsWritten(Type type) =>
        !type.IsNested
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false);
}
