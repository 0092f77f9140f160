using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;

namespace Eliza.Application.Platforms;

/// <summary>Stores what comes from a platform once in its channel, and has the agent that it is for answer it once.</summary>
internal sealed class MessageIntake(IPlatformMessageRepository taken, IMessageBus bus, IAgentSummons summons)
{
    /// <param name="channel">Where; the author's rights were checked.</param>
    /// <param name="source">Which message of the platform it is.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="agent">Who is to answer it.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    /// <returns>Our message: the one that was made of it at the first time.</returns>
    public async Task<MessageId> TakeInAsync(
        ChannelEntry channel, Source source, MessageDraft draft, ActorId agent, CancellationToken cancellationToken)
    {
        var listener = channel.Agents.First(listener => listener.Id == agent);
        if (await taken.FindAsync(channel.Id, source, cancellationToken) is { } earlier)
        {
            await summons.CallAsync(new Question(earlier, channel.Id, agent), listener, cancellationToken);
            return earlier;
        }

        var message = await bus.PostAsync(channel, draft, AddresseeOf(listener), cancellationToken);
        taken.Add(PlatformMessage.Link(channel.Id, source, message.Id));
        return message.Id;
    }

    /// <summary>Whom it is for hears it, whatever the channel's rules; but for one who was muted there.</summary>
    private static ActorId? AddresseeOf(Listener agent) => agent.IsMuted ? null : agent.Id;
}
