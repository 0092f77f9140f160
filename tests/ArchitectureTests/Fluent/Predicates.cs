namespace Eliza.ArchitectureTests.Fluent;

/// <summary>Which types a rule is about.</summary>
internal sealed class Predicates(IReadOnlyList<Type> types)
{
    public Types ResideInNamespace(string name) => Where(type => TypeName.IsWithin(type.Namespace ?? "", name));

    public Types DoNotResideInNamespace(string name) => Where(type => !TypeName.IsWithin(type.Namespace ?? "", name));

    public Types HaveNameEndingWith(string end) => Where(type => TypeName.Of(type).EndsWith(end, StringComparison.Ordinal));

    public Types DoNotHaveNameEndingWith(string end) => Where(type => !TypeName.Of(type).EndsWith(end, StringComparison.Ordinal));

    public Types AreInterfaces() => Where(type => type.IsInterface);

    /// <summary>Classes that can be made, of that base; it may be an open generic.</summary>
    public Types Inherit(Type baseType) => Where(type => !type.IsAbstract && BasesOf(type).Contains(baseType));

    /// <summary>Classes that can be made, of that interface; it may be an open generic.</summary>
    public Types ImplementInterface(Type contract) => Where(type => !type.IsAbstract && type.GetInterfaces().Select(Definition).Contains(contract));

    private Types Where(Func<Type, bool> predicate) => new(types.Where(predicate));

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType) yield return Definition(ancestor);
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
