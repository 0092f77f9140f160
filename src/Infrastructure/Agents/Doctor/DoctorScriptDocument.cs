using System.Text.Json;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>The script file as it is written. Keywords are read one by one, so that a fault can be told with the word it is in.</summary>
/// <remarks>
/// A pattern is made of <c>0</c> (any words or none), <c>2</c> (that many words), <c>your</c> (this word), <c>want|need</c> (either) and
/// <c>/family</c> (any word of that class), numbered from 1. What a rule says is a sentence, in which <c>{3}</c> stands for the words the
/// third of these took, or one of the paper's instructions: <c>(=what)</c>, go on with that keyword; <c>(newkey)</c>, go on with the next
/// on the stack; <c>(pre (you are {3}) (=i))</c>, go on with that keyword and these words.
/// </remarks>
internal sealed record DoctorScriptDocument(
    string Greeting,
    IReadOnlyList<string?> None,
    IReadOnlyList<JsonElement> Keywords,
    DoctorScriptDocument.MemoryEntry? Memory = null,
    IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Classes = null)
{
    public sealed record KeywordEntry(
        string Word, int Rank = 0, string? Replace = null, string? SameAs = null, IReadOnlyList<RuleEntry?>? Rules = null);

    public sealed record RuleEntry(string Match, IReadOnlyList<string?> Say);

    public sealed record MemoryEntry(string Keyword, IReadOnlyList<MemoryRuleEntry?> Rules);

    public sealed record MemoryRuleEntry(string Match, string Say);
}
