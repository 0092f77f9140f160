using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>
/// What agents are just writing, on this node or as far as others tell of it, for those who follow it here. Nothing depends on it: the reply itself is in the database as
/// soon as it is whole, and an agent that does not write by pieces has no draft.
/// </summary>
public interface IReplyDrafts
{
    /// <summary>Tells at once, on the writer's own thread, that an agent wrote on: only note it there.</summary>
    event Action<Question>? Written;

    /// <summary>An agent wrote on.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="answer">The id that the answer will have.</param>
    /// <param name="attempt">A later attempt begins anew; what still comes of an earlier one is passed over.</param>
    /// <param name="piece">What follows on what it wrote before; well-formed, and without what no message may contain.</param>
    void Append(Question question, MessageId answer, int attempt, string piece);

    /// <summary>The attempt is over, however it ended, and those before it.</summary>
    void End(Question question, int attempt);

    /// <summary>Null when nothing is being written that could be shown.</summary>
    ReplyDraft? Find(Question question);
}

/// <summary>An unfinished answer.</summary>
/// <param name="Attempt">1 for the first time that the agent was asked.</param>
/// <param name="Text">All that was written so far; it only grows.</param>
/// <param name="Answer">The id that the answer will have.</param>
public sealed record ReplyDraft(int Attempt, string Text, MessageId Answer);
