namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>Keeps references between keywords sound: each leads to a keyword with rules, and no way along them comes back to its start.</summary>
internal static class ReferenceCheck
{
    public static void Check(IReadOnlyCollection<Keyword> keywords)
    {
        var byWord = keywords.ToDictionary(keyword => keyword.Word);
        foreach (var keyword in keywords)
        {
            var broken = keyword.References.FirstOrDefault(word => byWord.GetValueOrDefault(word) is not { HasRules: true });
            if (broken is not null) throw new InvalidDataException($"Keyword “{keyword.Word}”: it refers to “{broken}”, which has no rules.");
        }

        var sound = new HashSet<string>();
        foreach (var keyword in keywords) Walk(keyword, [], byWord, sound);
    }

    /// <param name="keyword">Where the walk has come to.</param>
    /// <param name="path">The words it came by.</param>
    /// <param name="byWord">All keywords.</param>
    /// <param name="sound">Words from which no way leads into a loop; what is found so is added.</param>
    private static void Walk(Keyword keyword, List<string> path, Dictionary<string, Keyword> byWord, HashSet<string> sound)
    {
        if (sound.Contains(keyword.Word)) return;
        var start = path.IndexOf(keyword.Word);
        path.Add(keyword.Word);
        if (start >= 0)
            throw new InvalidDataException($"Keyword “{keyword.Word}”: its references form a loop, {string.Join(" → ", path.Skip(start))}.");
        foreach (var word in keyword.References) Walk(byWord[word], path, byWord, sound);
        path.RemoveAt(path.Count - 1);
        sound.Add(keyword.Word);
    }
}
