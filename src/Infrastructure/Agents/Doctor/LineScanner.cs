namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>Reads a line from left to right: substitutes words, stacks keywords, and keeps the first clause that has a keyword.</summary>
internal static class LineScanner
{
    public static ScannedLine Scan(DoctorScript script, string line)
    {
        var words = new List<string>();
        var stack = new List<Keyword>();
        var hasWords = false;
        foreach (var token in WordReader.Tokens(line))
        {
            hasWords |= !WordReader.IsPunctuation(token);
            if (WordReader.IsDelimiter(token))
            {
                if (stack.Count > 0) break;
                words.Clear();
                continue;
            }
            var keyword = script.Keywords.GetValueOrDefault(token);
            words.Add(keyword?.Replacement ?? token);
            if (keyword is { HasRules: true }) Stack(keyword, stack);
        }
        return new ScannedLine([.. words], stack, hasWords);
    }

    /// <summary>
    /// A keyword that outranks all before it goes on top, any other to the bottom. One that is there already is not stacked twice: its
    /// rules would be tried again to no purpose, as often as a line cares to repeat it.
    /// </summary>
    private static void Stack(Keyword keyword, List<Keyword> stack)
    {
        if (stack.Contains(keyword)) return;
        if (stack.Count > 0 && keyword.Rank > stack[0].Rank) stack.Insert(0, keyword);
        else stack.Add(keyword);
    }
}
