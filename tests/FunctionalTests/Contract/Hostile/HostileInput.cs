namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>Something that a server should not have to see.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Input">The input itself, as its kind has it.</param>
/// <param name="FineBecause">Why it may also succeed; without that it must be refused.</param>
internal sealed record HostileInput<T>(string Name, T Input, string? FineBecause = null);

/// <summary>Inputs by their names, which is how test runners show them.</summary>
internal sealed class HostileInputs<T>(IEnumerable<HostileInput<T>> inputs)
{
    private readonly Dictionary<string, HostileInput<T>> _byName = inputs.ToDictionary(input => input.Name);

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public TheoryData<string> Data => [.. _byName.Keys];

    public HostileInput<T> this[string name] => _byName[name];
}
