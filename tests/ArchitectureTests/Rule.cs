using System.Reflection;
using Eliza.ArchitectureTests.Fluent;
using TestResult = Eliza.ArchitectureTests.Fluent.TestResult;

namespace Eliza.ArchitectureTests;

/// <summary>How every rule ends: it has found something to check, and nothing breaks it, or it says what does.</summary>
internal static class Rule
{
    /// <summary>Keeps a rule from passing because it looks at nothing: what is known to be there must be found.</summary>
    public static IReadOnlyList<T> ShouldInclude<T>(this IEnumerable<T> found, params IReadOnlyCollection<T> known)
    {
        IReadOnlyList<T> subjects = [.. found];
        if (subjects.Count == 0) Assert.Fail("The rule found nothing to check.");
        var missed = known.Except(subjects).ToList();
        if (missed.Count > 0) Assert.Fail($"The rule did not find what it is known to be about:{Lines(missed.Select(NameOf))}");
        return subjects;
    }

    /// <param name="subjects">What the rule is about.</param>
    /// <param name="rule">The whole rule in a sentence, for whoever breaks it.</param>
    /// <param name="keeps">Whether one of them keeps it.</param>
    public static void ShouldAll<T>(this IReadOnlyList<T> subjects, string rule, Func<T, bool> keeps) =>
        subjects.Where(subject => !keeps(subject)).Select(NameOf).ShouldBeNobody(rule);

    /// <param name="subjects">What the rule is about.</param>
    /// <param name="rule">The whole rule in a sentence, for whoever breaks it.</param>
    /// <param name="breaches">What of one of them breaks it.</param>
    public static void ShouldHaveNo<T, TBreach>(this IReadOnlyList<T> subjects, string rule, Func<T, IEnumerable<TBreach>> breaches) => subjects
        .Select(subject => (Name: NameOf(subject), Breaches: string.Join(", ", breaches(subject).Select(NameOf))))
        .Where(subject => subject.Breaches.Length > 0)
        .Select(subject => $"{subject.Name}: {subject.Breaches}")
        .ShouldBeNobody(rule);

    /// <summary>For rules over dependencies.</summary>
    public static void ShouldHold(this TestResult result, string rule, params IReadOnlyCollection<Type> including)
    {
        result.SelectedTypesForTesting.ShouldInclude(including);
        result.FailingTypes.Select(failing => $"{TypeName.Of(failing.Type)} uses {failing.Explanation}").ShouldBeNobody(rule);
    }

    private static void ShouldBeNobody(this IEnumerable<string> breakers, string rule)
    {
        var names = breakers.Order(StringComparer.Ordinal).ToList();
        if (names.Count > 0) Assert.Fail($"{rule} This is broken by:{Lines(names)}");
    }

    private static string Lines(IEnumerable<string> names) => string.Concat(names.Select(name => $"{Environment.NewLine}  {name}"));

    private static string NameOf<T>(T subject) => subject switch
    {
        Type type => TypeName.Of(type),
        MethodInfo method => $"{TypeName.Of(method.DeclaringType!)}.{method.Name}",
        MemberInfo member => member.Name.Replace(">k__BackingField", "", StringComparison.Ordinal).TrimStart('<'),
        _ => subject?.ToString() ?? "null",
    };
}
