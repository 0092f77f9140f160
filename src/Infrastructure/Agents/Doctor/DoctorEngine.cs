namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>
/// Weizenbaum's method of 1966: find the key words of a line, take the line apart by the first pattern of the most important one, and put
/// the parts together again as an answer. It holds no state of its own: the same state and line always give the same turn, on any thread.
/// </summary>
internal sealed class DoctorEngine(DoctorScript script)
{
    /// <summary>A message has at most 4000 characters, of which each may take two code units; what comes after is not read.</summary>
    private const int MaxLineLength = 8000;

    public DoctorTurn Answer(DoctorState state, string line)
    {
        var read = LineScanner.Scan(script, line.Length > MaxLineLength ? line[..MaxLineLength] : line);
        var next = state.FittedTo(script).NextCycle();
        if (read.Keywords.Count == 0) return WithoutKeyword(next, read.HasWords);

        next = Remember(next, read);
        var words = read.Words;
        foreach (var keyword in read.Keywords)
        {
            if (Transform(keyword, ref words, ref next) is { } reply) return new DoctorTurn(reply, next);
        }
        return None(next);
    }

    /// <summary>
    /// Answers by one keyword's rules, or by those they refer to. Null asks for the next keyword on the stack. The walk ends, because a
    /// script whose references form a loop is refused when it is loaded.
    /// </summary>
    private string? Transform(Keyword start, ref string[] words, ref DoctorState state)
    {
        var keyword = start;
        while (true)
        {
            if (keyword.SameAs is { } other)
            {
                keyword = script.Keywords[other];
                continue;
            }
            if (FirstFit(keyword, words) is not var (rule, parts)) return null;
            var chosen = rule.Say[state.RotationOf(rule.Key)];
            state = state.Rotate(rule.Key, rule.Say.Length);
            switch (chosen)
            {
                case Reassembly.Sentence sentence:
                    return ReplyText.Finish(sentence.Template.Fill(parts));
                case Reassembly.GoOn goOn:
                    keyword = script.Keywords[goOn.Keyword];
                    break;
                case Reassembly.Rewrite rewrite:
                    words = WordReader.Words(rewrite.Template.Fill(parts));
                    keyword = script.Keywords[rewrite.Keyword];
                    break;
                default:
                    return null;
            }
        }
    }

    private static (Rule Rule, IReadOnlyList<ArraySegment<string>> Parts)? FirstFit(Keyword keyword, string[] words)
    {
        foreach (var rule in keyword.Rules)
        {
            if (rule.Pattern.Match(words) is { } parts) return (rule, parts);
        }
        return null;
    }

    /// <summary>Puts a remark by for later when the memory keyword tops the stack: which one is decided by the line's last word.</summary>
    private DoctorState Remember(DoctorState state, ScannedLine read)
    {
        if (script.Memory is not { } memory || read.Keywords[0].Word != memory.Keyword) return state;
        var (pattern, template) = memory.Rules[StableHash.Bucket(read.Words[^1], memory.Rules.Length)];
        return pattern.Match(read.Words) is { } parts
            ? state.Remember(ReplyText.Finish(template.Fill(parts), DoctorState.MaxMemoryLength))
            : state;
    }

    private DoctorTurn WithoutKeyword(DoctorState state, bool hasWords) =>
        hasWords && state.MayRecall ? new DoctorTurn(state.Memories[0], state.ForgetOldest()) : None(state);

    private DoctorTurn None(DoctorState state)
    {
        var remark = script.None[state.RotationOf(DoctorScript.NoneKey)];
        return new DoctorTurn(ReplyText.Finish(remark.Fill([])), state.Rotate(DoctorScript.NoneKey, script.None.Length));
    }
}
