using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using static Eliza.Infrastructure.Agents.Doctor.DoctorScriptDocument;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>Reads patterns, sentences and instructions of a script that has these word classes.</summary>
internal sealed partial class RuleReader
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;

    private RuleReader(FrozenDictionary<string, FrozenSet<string>> classes) => _classes = classes;

    public static RuleReader WithClasses(IReadOnlyDictionary<string, IReadOnlyList<string?>?>? classes) =>
        new((classes ?? FrozenDictionary<string, IReadOnlyList<string?>?>.Empty).ToFrozenDictionary(
            entry => entry.Key,
            entry => (entry.Value ?? throw new InvalidDataException($"“{entry.Key}” is null.")).Select(ReadWord).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal));

    public ImmutableArray<Rule> ReadRules(string keyword, IReadOnlyList<RuleEntry?> entries)
    {
        ImmutableArray<Rule> rules = [.. entries.Select(entry => ReadRule(keyword, entry))];
        foreach (var twice in rules.GroupBy(rule => rule.Key).Where(group => group.Count() > 1))
            throw new InvalidDataException($"it has two rules for one pattern, {twice.Key}.");
        return rules;
    }

    public (Pattern Pattern, Template Template) ReadMemoryRule(MemoryRuleEntry? entry)
    {
        if (entry is null) throw new InvalidDataException("a rule is null.");
        var pattern = ReadPattern(entry.Match);
        return (pattern, ReadSentence(entry.Say, pattern.Length));
    }

    /// <summary>A remark: it must be printable and say something even when all its gaps are empty.</summary>
    public static Template ReadSentence(string? text, int parts)
    {
        if (text is null || !Gap().Replace(text, "").Any(char.IsLetter)) throw new InvalidDataException($"“{text}” says nothing of its own.");
        if (text.Any(char.IsControl)) throw new InvalidDataException($"“{text}” has a control character.");
        // Filled with "javascript" or "data", such a gap would begin a URL, and messages that a browser may run are refused.
        if (GapBeforeColon().IsMatch(text)) throw new InvalidDataException($"“{text}” has a colon or equals sign right after a gap.");
        return Template.Parse(text, parts);
    }

    private Rule ReadRule(string keyword, RuleEntry? entry)
    {
        if (entry is null) throw new InvalidDataException("a rule is null.");
        if (entry.Say.Count == 0) throw new InvalidDataException($"its pattern “{entry.Match}” has nothing to say.");
        var pattern = ReadPattern(entry.Match);
        var key = $"{keyword}: {string.Join(' ', SplitPattern(entry.Match))}";
        return new Rule(key, pattern, [.. entry.Say.Select(say => ReadSay(say, pattern.Length))]);
    }

    private static Reassembly ReadSay(string? text, int parts)
    {
        if (text is null || !text.StartsWith('(')) return new Reassembly.Sentence(ReadSentence(text, parts));
        if (text == "(newkey)") return new Reassembly.NewKey();
        if (GoOnForm().Match(text) is { Success: true } goOn) return new Reassembly.GoOn(goOn.Groups["keyword"].Value);
        if (RewriteForm().Match(text) is { Success: true } rewrite)
            return new Reassembly.Rewrite(Template.Parse(rewrite.Groups["words"].Value, parts), rewrite.Groups["keyword"].Value);
        throw new InvalidDataException($"“{text}” is neither (newkey), (=keyword) nor (pre (words) (=keyword)).");
    }

    private Pattern ReadPattern(string text)
    {
        var elements = SplitPattern(text);
        return elements.Length == 0
            ? throw new InvalidDataException("a pattern is empty.")
            : new Pattern([.. elements.Select(ReadElement)]);
    }

    private PatternElement ReadElement(string text)
    {
        if (text == "0") return new PatternElement.AnyWords();
        if (CountForm().IsMatch(text)) return new PatternElement.Exactly(int.Parse(text, CultureInfo.InvariantCulture));
        if (text[0] != '/') return new PatternElement.OneOf(text.Split('|').Select(ReadWord).ToFrozenSet(StringComparer.Ordinal));
        return new PatternElement.OneOf(text[1..].Split('|').SelectMany(ReadClass).ToFrozenSet(StringComparer.Ordinal));
    }

    private FrozenSet<string> ReadClass(string name) =>
        _classes.TryGetValue(name, out var words) ? words : throw new InvalidDataException($"there is no class “{name}”.");

    private static string ReadWord(string? text) =>
        text is not null && WordReader.IsWord(text) ? text : throw new InvalidDataException($"“{text}” is not one word in lower case.");

    private static string[] SplitPattern(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\}\s*[:=]")]
    private static partial Regex GapBeforeColon();

    [GeneratedRegex("^[1-9][0-9]?$")]
    private static partial Regex CountForm();

    [GeneratedRegex(@"^\(=(?<keyword>\S+)\)$")]
    private static partial Regex GoOnForm();

    [GeneratedRegex(@"^\(pre \((?<words>[^()]*)\) \(=(?<keyword>\S+)\)\)$")]
    private static partial Regex RewriteForm();
}
