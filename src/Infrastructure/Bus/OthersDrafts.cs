using Eliza.Application.Agents;
using Eliza.Infrastructure.Agents;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Keeps what agents write on other nodes, from the beginning on: of a draft whose beginning was not heard here, or a piece of its middle,
/// nothing more is told before its message. One that is never ended, because its node died or nobody heard it, is dropped after a while.
/// </summary>
internal sealed class OthersDrafts(ReplyDrafts drafts, TimeProvider time)
{
    /// <summary>Of more, whatever they are, nothing is told.</summary>
    internal const int Most = 2_000;

    /// <summary>So long an agent may pause.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Question, (int Attempt, long HeardAt)> _heard = [];
    private long _lookedAt = time.GetTimestamp();

    public void GoOn(NodeHint.DraftWentOn draft)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_lookedAt) > Patience) DropSilent();
            if (_heard.Count >= Most && !_heard.ContainsKey(draft.Question)) return;
            if (drafts.TryGoOn(draft.Question, draft.Answer, draft.Attempt, draft.After, draft.Piece)) _heard[draft.Question] = (draft.Attempt, time.GetTimestamp());
        }
    }

    public void End(Question question, int attempt)
    {
        lock (_lock)
        {
            if (_heard.TryGetValue(question, out var known) && known.Attempt <= attempt) _heard.Remove(question);
            drafts.End(question, attempt);
        }
    }

    private void DropSilent()
    {
        _lookedAt = time.GetTimestamp();
        foreach (var (question, draft) in _heard.ToList())
        {
            if (time.GetElapsedTime(draft.HeardAt) <= Patience) continue;
            _heard.Remove(question);
            drafts.End(question, draft.Attempt);
        }
    }
}
