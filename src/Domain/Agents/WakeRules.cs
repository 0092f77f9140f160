using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Domain.Agents;

/// <summary>Which messages an agent in the channel is asked to answer (contract: Agents and runs), rule by rule in the seed's order.</summary>
public static class WakeRules
{
    /// <summary>An agent's message wakes other agents only while the chain of agents' messages is shorter than this.</summary>
    public const int MaxLinks = 8;

    /// <param name="message">What was said.</param>
    /// <param name="channel">Where.</param>
    /// <param name="agent">Who may have to answer it.</param>
    /// <param name="agents">How many active agents the channel has.</param>
    public static bool Wakes(MessagePosted message, ChannelType channel, Listener agent, int agents)
    {
        if (message.Author == agent.Id || !agent.IsActive) return false;
        if (message.Mentions.Contains(agent.Id)) return message.Links < MaxLinks;
        if (agent.IsMuted || message.AuthorKind is ActorKind.Agent) return false;

        var isShared = channel is ChannelType.Group or ChannelType.Text && agents > 1;
        return !isShared || agent.Policy is ReplyPolicy.Always;
    }
}
