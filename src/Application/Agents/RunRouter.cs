using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Application.Agents;

internal sealed class RunRouter(IAgentRunRepository runs, TimeProvider time) : IRunRouter
{
    public void Route(MessagePosted message, IReadOnlyList<ActorId> agents)
    {
        foreach (var agent in agents.Where(agent => WakeRules.Wakes(message, agent)))
            runs.Add(AgentRun.Queue(agent, message.ChannelId, message.MessageId, time.GetUtcNow()));
    }
}
