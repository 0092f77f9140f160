using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>Posts what an agent answers, in the present unit of work.</summary>
public interface IReplyPoster : IModulePort
{
    /// <summary>The answer's id; null when the channel or the message that it answers is gone, or the agent was taken out meanwhile.</summary>
    Task<MessageId?> PostAsync(Reply reply, CancellationToken cancellationToken);
}

/// <param name="Id">The id that it is to have.</param>
/// <param name="Text">Checked before: it keeps the rules of a message's content.</param>
public sealed record Reply(MessageId Id, ChannelId ChannelId, MessageId InReplyTo, ActorId AgentId, DisplayName AgentName, string Text);
