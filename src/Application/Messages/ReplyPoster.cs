using Eliza.Application.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal sealed class ReplyPoster(IChannelDirectory channels, IMessageRepository messages, MessagePoster poster) : IReplyPoster
{
    public async Task<MessageId?> PostAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(reply.ChannelId, reply.AgentId, cancellationToken) is not { } channel) return null;
        if (channel.Agents.All(agent => agent.Id != reply.AgentId)) return null;
        if (await messages.FindThreadPlaceAsync(channel.Id, reply.InReplyTo, cancellationToken) is not { } parent) return null;

        var draft = new MessageDraft(channel.Id, reply.AgentId, ActorKind.Agent, MessageContent.Create(reply.Text).Value)
        {
            Id = reply.Id,
            InReplyTo = parent,
            Metadata = Metadata.Empty.With("agent_name", reply.AgentName.Value),
        };
        return (await poster.StoreAsync(channel, draft, addressee: null, cancellationToken)).Id;
    }
}
