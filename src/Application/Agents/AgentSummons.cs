using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <remarks>Two who call the same agent at once meet at the unique index of runs; the second one finds the first one's.</remarks>
internal sealed class AgentSummons(IReplyFinder replies, IAgentRunRepository runs, TimeProvider time) : IAgentSummons
{
    public async Task CallAsync(Question question, Listener agent, CancellationToken cancellationToken)
    {
        if (!agent.IsActive || agent.IsMuted) return;
        if (await replies.FindAsync(question, cancellationToken) is not { Run: null }) return;
        runs.Add(AgentRun.Queue(agent.Id, question.ChannelId, question.MessageId, time.GetUtcNow(), agent.FetchesRuns));
    }
}
