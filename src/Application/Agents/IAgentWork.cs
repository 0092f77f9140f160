using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>What an agent that posts by itself is at work on: its message goes on from there, and is an answer to it.</summary>
public interface IAgentWork : IModulePort
{
    /// <summary>The message that the agent has been at work on for longest in the channel; null when it is at work on none.</summary>
    Task<MessageId?> FindQuestionAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>
    /// The message on whose chain goes on what the agent says: the one that it is at work on, or was until a few minutes ago. Null
    /// for neither: then it speaks by itself.
    /// </summary>
    Task<MessageId?> FindChainAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Ends, in the present unit of work, what the agent has to do in a channel that it no longer takes part in.</summary>
    Task DropAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Notes, in the present unit of work, that the agent answered; of no account when the message was none for it.</summary>
    Task AnswerAsync(ActorId agent, MessageId question, MessageId reply, CancellationToken cancellationToken);
}
