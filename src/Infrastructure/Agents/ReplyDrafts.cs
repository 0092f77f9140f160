using System.Collections.Concurrent;
using System.Text;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Agents;

/// <summary>Keeps each draft for as long as its attempt lasts, and no more of it than a message may hold.</summary>
internal sealed class ReplyDrafts(IHints hints) : IReplyDrafts
{
    private readonly ConcurrentDictionary<Question, Draft> _drafts = new();

    /// <summary>How many are being written.</summary>
    public int Count => _drafts.Count;

    public event Action<Question>? Written;

    /// <summary>How much of that attempt is here, in UTF-16 code units.</summary>
    public int LengthOf(Question question, int attempt) => _drafts.TryGetValue(question, out var draft) && draft.Attempt == attempt ? draft.Length : 0;

    /// <summary>Goes on with what is written on another node, if all that was written before is here. Whether it is.</summary>
    public bool TryGoOn(Question question, MessageId answer, int attempt, int after, string piece)
    {
        if (LengthOf(question, attempt) != after || (_drafts.TryGetValue(question, out var known) && known.Attempt > attempt)) return false;
        Append(question, answer, attempt, piece);
        return true;
    }

    public void Append(Question question, MessageId answer, int attempt, string piece)
    {
        var draft = _drafts.AddOrUpdate(
            question,
            static (_, from) => new Draft(from.attempt, from.answer),
            static (_, known, from) => known.Attempt < from.attempt ? new Draft(from.attempt, from.answer) : known,
            (attempt, answer));
        if (draft.Attempt != attempt) return;
        draft.Append(piece);
        hints.Give(ReplyTopic.DraftOf(question));
        Written?.Invoke(question);
    }

    public void End(Question question, int attempt)
    {
        if (_drafts.TryGetValue(question, out var draft) && draft.Attempt <= attempt) _drafts.TryRemove(KeyValuePair.Create(question, draft));
    }

    public ReplyDraft? Find(Question question) => _drafts.TryGetValue(question, out var draft) ? draft.Show() : null;

    private sealed class Draft(int attempt, MessageId answer)
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private int _scalars;
        private int _judged;
        private ReplyDraft? _shown;

        public int Attempt => attempt;

        public int Length
        {
            get
            {
                lock (_lock) return _text.Length;
            }
        }

        public void Append(string piece)
        {
            lock (_lock)
            {
                foreach (var scalar in piece.EnumerateRunes())
                {
                    if (_scalars == MessageContent.MaxLength) return;
                    _text.Append(scalar.ToString());
                    _scalars++;
                }
            }
        }

        /// <summary>
        /// Judged when somebody looks, once for all who do. What turns out to be markup that a browser would run is shown no
        /// further: no message may contain it, so the attempt will fail.
        /// </summary>
        public ReplyDraft? Show()
        {
            lock (_lock)
            {
                if (_judged == _text.Length) return _shown;
                _judged = _text.Length;
                var text = _text.ToString();
                if (MessageContent.Create(text).Error is null) _shown = new ReplyDraft(attempt, text, answer);
                return _shown;
            }
        }
    }
}
