using System.Collections.Immutable;
using System.Text.Json;
using static Eliza.Infrastructure.Agents.Doctor.DoctorScriptDocument;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>Makes a script of its file, or says which keyword stands in the way.</summary>
internal static class DoctorScriptReader
{
    /// <summary>Strict: a member that is unknown, missing, null or given twice is a fault.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static DoctorScript Read(Stream json)
    {
        var document = At("The script", () => JsonSerializer.Deserialize<DoctorScriptDocument>(json, Options))
            ?? throw new InvalidDataException("The script: it is null.");
        var rules = At("The classes", () => RuleReader.WithClasses(document.Classes));
        var none = At("The none remarks", () => ReadNone(document.None));
        var memory = At("The memory", () => ReadMemory(document.Memory, rules));
        Keyword[] keywords = [.. document.Keywords.Select((entry, index) => At(NameOf(entry, index), () => ReadKeyword(entry, rules)))];
        foreach (var twice in keywords.GroupBy(keyword => keyword.Word).Where(group => group.Count() > 1))
            throw new InvalidDataException($"Keyword “{twice.Key}”: it is there {twice.Count()} times.");
        ReferenceCheck.Check(keywords);
        if (memory is not null && !keywords.Any(keyword => keyword.Word == memory.Keyword && keyword.HasRules))
            throw new InvalidDataException($"The memory: there is no keyword “{memory.Keyword}” with rules.");
        At("The greeting", () => RuleReader.ReadSentence(document.Greeting, 0));
        return new DoctorScript(document.Greeting, none, memory, keywords);
    }

    private static ImmutableArray<Template> ReadNone(IReadOnlyList<string?> remarks) => remarks.Count == 0
        ? throw new InvalidDataException("there must be at least one.")
        : [.. remarks.Select(remark => RuleReader.ReadSentence(remark, 0))];

    private static MemoryRules? ReadMemory(MemoryEntry? memory, RuleReader rules)
    {
        if (memory is null) return null;
        if (memory.Rules.Count == 0) throw new InvalidDataException("it has no rules.");
        return new MemoryRules(memory.Keyword, [.. memory.Rules.Select(rule => rules.ReadMemoryRule(rule))]);
    }

    private static Keyword ReadKeyword(JsonElement json, RuleReader rules)
    {
        var entry = json.Deserialize<KeywordEntry>(Options) ?? throw new InvalidDataException("it is null.");
        if (!WordReader.IsWord(entry.Word)) throw new InvalidDataException($"“{entry.Word}” is not one word in lower case.");
        if (entry.Replace is { } replacement && !WordReader.IsWord(replacement))
            throw new InvalidDataException($"its replacement “{replacement}” is not one word in lower case.");
        if (entry.SameAs is not null && entry.Rules is not null) throw new InvalidDataException("it has both rules and sameAs.");
        if (entry is { Replace: null, SameAs: null, Rules: null or [] }) throw new InvalidDataException("it has neither replace, sameAs nor rules.");
        return new Keyword(entry.Word, entry.Rank, entry.Replace, entry.SameAs, rules.ReadRules(entry.Word, entry.Rules ?? []));
    }

    /// <summary>As the file spells it: read as text, a word of broken Unicode would fail here already.</summary>
    private static string NameOf(JsonElement entry, int index) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("word", out var word) && word.ValueKind == JsonValueKind.String
            ? $"Keyword “{word.GetRawText().Trim('"')}”"
            : $"Keyword number {index + 1}";

    private static T At<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw new InvalidDataException($"{place}: {exception.Message}", exception);
        }
    }
}
