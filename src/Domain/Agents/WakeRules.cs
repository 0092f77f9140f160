using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Domain.Agents;

/// <summary>Which messages an agent in the channel is asked to answer: a person's, and an agent's that calls it; never its own.</summary>
public static class WakeRules
{
    public static bool Wakes(MessagePosted message, ActorId agent)
    {
        if (message.Author == agent) return false;
        return message.AuthorKind is ActorKind.User || message.Mentions.Contains(agent);
    }
}
