namespace Eliza.ArchitectureTests.Fluent;

/// <summary>What the chosen types must do.</summary>
internal sealed class Conditions(IReadOnlyList<Type> types)
{
    /// <param name="names">Namespaces and full names of types.</param>
    public ConditionList OnlyHaveDependenciesOn(params IReadOnlyCollection<string> names) =>
        new(types, type => Dependencies.Of(type).Where(used => !names.Any(name => TypeName.IsWithin(used, name))));
}

/// <summary>What the chosen types must not do.</summary>
internal sealed class NegatedConditions(IReadOnlyList<Type> types)
{
    /// <param name="names">Namespaces and full names of types.</param>
    public ConditionList HaveDependencyOnAny(params IReadOnlyCollection<string> names) =>
        new(types, type => Dependencies.Of(type).Where(used => names.Any(name => TypeName.IsWithin(used, name))));

    /// <summary>For want of a word in NetArchTest, where a custom rule would say it.</summary>
    /// <param name="names">Methods as <c>Namespace.Type.Method</c>, of any parameters, or with those that are meant: <c>…Method()</c>.</param>
    public ConditionList CallAny(params IReadOnlyCollection<string> names) =>
        new(types, type => Dependencies.CallsOf(type).Where(call => names.Any(name => name == call || name == call[..call.IndexOf('(')])));
}

/// <summary>A rule, ready to be checked.</summary>
internal sealed class ConditionList(IReadOnlyList<Type> types, Func<Type, IEnumerable<string>> breaches)
{
    public TestResult GetResult() => new(
        types,
        [.. types.Select(type => new FailingType(type, string.Join(", ", breaches(type).Order(StringComparer.Ordinal)))).Where(type => type.Explanation.Length > 0)]);
}

internal sealed record TestResult(IReadOnlyList<Type> SelectedTypesForTesting, IReadOnlyList<FailingType> FailingTypes);

/// <param name="Explanation">What the type uses and must not.</param>
internal sealed record FailingType(Type Type, string Explanation);
