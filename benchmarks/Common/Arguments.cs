using System.Globalization;

namespace Eliza.Benchmarks.Common;

/// <summary>The words of the command line, each of which is taken once.</summary>
internal sealed class Arguments(string[] args)
{
    private readonly List<string> _left = [.. args];

    public bool Has(string name) => _left.Remove(name);

    public string? Word(string name)
    {
        var place = _left.IndexOf(name);
        if (place < 0) return null;
        if (place + 1 == _left.Count) throw new ArgumentException($"{name} wants a value.");
        var word = _left[place + 1];
        _left.RemoveRange(place, 2);
        return word;
    }

    public IReadOnlyList<string> Words(string name, string otherwise) => (Word(name) ?? otherwise).Split(',');

    public IReadOnlyList<int> Numbers(string name, string otherwise) => [.. Words(name, otherwise).Select(word => NumberOf(name, word))];

    public int Number(string name, int otherwise) => Word(name) is { } word ? NumberOf(name, word) : otherwise;

    public void ThrowIfAnyIsLeft()
    {
        if (_left.Count > 0) throw new ArgumentException($"What is {_left[0]}?");
    }

    private static int NumberOf(string name, string word) =>
        int.TryParse(word, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{name} wants numbers above 0.");
}
