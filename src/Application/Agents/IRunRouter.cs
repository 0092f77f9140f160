using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Application.Agents;

/// <summary>Decides which agents are to answer a message, in the unit of work that stores the message.</summary>
public interface IRunRouter : IModulePort
{
    /// <param name="message">The message.</param>
    /// <param name="channel">What sort of channel it is in.</param>
    /// <param name="agents">The agents in the channel.</param>
    /// <param name="addressee">The agent that the message was sent to by name of its id, whatever the channel's rules; null for none.</param>
    void Route(MessagePosted message, ChannelType channel, IReadOnlyList<Listener> agents, ActorId? addressee = null);
}
