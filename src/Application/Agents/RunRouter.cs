using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Application.Agents;

internal sealed class RunRouter(IAgentRunRepository runs, TimeProvider time) : IRunRouter
{
    public void Route(MessagePosted message, ChannelType channel, IReadOnlyList<Listener> agents, ActorId? addressee = null)
    {
        var active = agents.Count(agent => agent.IsActive);
        foreach (var agent in agents)
        {
            // Who is spoken to counts as called by name.
            var heard = agent.Id == addressee ? message with { Mentions = [.. message.Mentions, agent.Id] } : message;
            if (WakeRules.Wakes(heard, channel, agent, active))
                runs.Add(AgentRun.Queue(agent.Id, message.ChannelId, message.MessageId, time.GetUtcNow(), agent.FetchesRuns));
        }
    }
}
