using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>A word that the script knows.</summary>
/// <param name="Word">The word as the user types it, in lower case.</param>
/// <param name="Rank">Its importance: the highest in a clause is tried first.</param>
/// <param name="Replacement">What is put in its place while the line is read, if anything.</param>
/// <param name="SameAs">The keyword whose rules it shares, if it has none of its own.</param>
/// <param name="Rules">Its rules, tried in order.</param>
internal sealed record Keyword(string Word, int Rank, string? Replacement, string? SameAs, ImmutableArray<Rule> Rules)
{
    /// <summary>A word without rules is only substituted: it does not count as a keyword found.</summary>
    public bool HasRules => SameAs is not null || !Rules.IsEmpty;

    /// <summary>The keywords that answering by this one may lead to.</summary>
    public IEnumerable<string> References => SameAs is not null
        ? [SameAs]
        : Rules.SelectMany(rule => rule.Say).Select(say => say.Reference).OfType<string>();
}
