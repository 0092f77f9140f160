using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>
/// A decomposition pattern. Of all ways to lay it over the words it takes the one in which the first element is shortest, then the
/// second, and so on. Trying the ways one after another would take a time exponential in a hostile line; a table of what fits where
/// finds the same one in (elements × words) steps.
/// </summary>
internal sealed class Pattern(ImmutableArray<PatternElement> elements)
{
    public int Length => elements.Length;

    /// <summary>The words that each element took, or null if the pattern doesn't fit.</summary>
    public IReadOnlyList<ArraySegment<string>>? Match(string[] words)
    {
        var fits = FitTable(words);
        if (!fits[0, 0]) return null;
        var parts = new ArraySegment<string>[elements.Length];
        var from = 0;
        for (var element = 0; element < elements.Length; element++)
        {
            var count = CountTaken(element, from, fits);
            parts[element] = new ArraySegment<string>(words, from, count);
            from += count;
        }
        return parts;
    }

    /// <summary>At [e, w]: whether the elements from e on can take exactly the words from w on.</summary>
    private bool[,] FitTable(string[] words)
    {
        var fits = new bool[elements.Length + 1, words.Length + 1];
        fits[elements.Length, words.Length] = true;
        for (var element = elements.Length - 1; element >= 0; element--)
        {
            for (var word = words.Length; word >= 0; word--)
            {
                fits[element, word] = elements[element] switch
                {
                    PatternElement.Exactly(var count) => word <= words.Length - count && fits[element + 1, word + count],
                    PatternElement.OneOf(var accepted) => word < words.Length && accepted.Contains(words[word]) && fits[element + 1, word + 1],
                    _ => fits[element + 1, word] || (word < words.Length && fits[element, word + 1]),
                };
            }
        }
        return fits;
    }

    private int CountTaken(int element, int from, bool[,] fits)
    {
        if (elements[element] is PatternElement.Exactly(var exact)) return exact;
        if (elements[element] is PatternElement.OneOf) return 1;
        var count = 0;
        while (!fits[element + 1, from + count]) count++;
        return count;
    }
}
