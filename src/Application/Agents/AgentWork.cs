using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

internal sealed class AgentWork(IAgentRunRepository runs, TimeProvider time) : IAgentWork
{
    public async Task<MessageId?> FindQuestionAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken) =>
        (await runs.FindUnderWayAsync(new Conversation(agent, channel), cancellationToken))?.MessageId;

    public async Task AnswerAsync(ActorId agent, MessageId question, MessageId reply, CancellationToken cancellationToken) =>
        (await runs.FindAsync(question, agent, cancellationToken))?.AnswerBy(reply, time.GetUtcNow());
}
