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

    public void GoOn(NodeHint.DraftWentOn draft)
    {
        lock (_lock)
        {
            // A run that is given back keeps its attempt's number: what another node begins takes the place of what the first one left.
            if (draft.After == 0) EndHeard(draft.Question, draft.Attempt);
            else if (!_heard.ContainsKey(draft.Question)) return;
            if (_heard.Count >= Most && !_heard.ContainsKey(draft.Question)) return;
            if (drafts.TryGoOn(draft.Question, draft.Answer, draft.Attempt, draft.After, draft.Piece)) _heard[draft.Question] = (draft.Attempt, time.GetTimestamp());
        }
    }

    /// <summary>That attempt of another node is over, and those before it; what is written on this one goes on.</summary>
    public void End(Question question, int attempt)
    {
        lock (_lock) EndHeard(question, attempt);
    }

    /// <summary>Drops those of which nothing was heard for a while.</summary>
    public void DropSilent()
    {
        lock (_lock)
        {
            foreach (var (question, draft) in _heard)
                if (time.GetElapsedTime(draft.HeardAt) > Patience) EndHeard(question, draft.Attempt);
        }
    }

    private void EndHeard(Question question, int attempt)
    {
        if (!_heard.TryGetValue(question, out var known) || known.Attempt > attempt) return;
        _heard.Remove(question);
        drafts.End(question, known.Attempt);
    }
}
