using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>
/// A command that asks an agent, and whose answer waits for the agent's reply: after the commit, for as long as
/// <see cref="IReplyTimeout{TRequest}"/> says. What it is answered with is an <see cref="ITakesReply"/>.
/// </summary>
public interface IAwaitsReply;

/// <summary>An answer that can tell what an agent replied.</summary>
/// <remarks>
/// Implement it explicitly: the answer is also written as JSON, for the client and to be repeated. A repeated one waits anew, so
/// what it waits for must be found in what was written.
/// </remarks>
public interface ITakesReply
{
    /// <summary>Whose reply to what it is about; null when nobody was asked.</summary>
    Question? Question { get; }

    /// <summary>The same answer with the reply in it.</summary>
    object With(AgentReply reply);
}

/// <summary>How long a request of that sort waits for a reply.</summary>
public interface IReplyTimeout<TRequest> where TRequest : IAwaitsReply
{
    /// <summary>Zero to look once and not to wait.</summary>
    TimeSpan AtMost { get; }
}

/// <summary>A message that an agent is to answer.</summary>
public sealed record Question(MessageId MessageId, ChannelId ChannelId, ActorId AgentId)
{
    /// <summary>Where the reply will appear.</summary>
    public Conversation Conversation => new(AgentId, ChannelId);
}
