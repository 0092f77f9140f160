using Eliza.Application.Agents;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;

namespace Eliza.Infrastructure.Bus;

/// <summary>Keeps what agents write on this node for those who follow it, and has the other nodes do so too.</summary>
internal sealed class SharedReplyDrafts(ReplyDrafts here, OthersDrafts others, INodeBus bus) : IReplyDrafts
{
    public event Action<Question>? Written
    {
        add => here.Written += value;
        remove => here.Written -= value;
    }

    /// <summary>
    /// One attempt has one writer at a time, so nobody adds to it meanwhile. What was heard of it comes of a node that gave the run back.
    /// </summary>
    public void Append(Question question, MessageId answer, int attempt, string piece)
    {
        others.End(question, attempt);
        var after = here.LengthOf(question, attempt);
        here.Append(question, answer, attempt, piece);
        bus.Publish(new NodeHint.DraftWentOn(question, answer, attempt, after, piece));
    }

    public void End(Question question, int attempt)
    {
        here.End(question, attempt);
        bus.Publish(new NodeHint.DraftEnded(question, attempt));
    }

    public ReplyDraft? Find(Question question) => here.Find(question);
}
