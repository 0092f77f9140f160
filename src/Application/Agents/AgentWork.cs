using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

internal sealed class AgentWork(IAgentRunRepository runs, TimeProvider time) : IAgentWork
{
    /// <summary>So long what an agent says still belongs to what it has just ended: it may say that it is done before it says what.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(10);

    public async Task<MessageId?> FindQuestionAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken) =>
        (await runs.FindUnderWayAsync(new Conversation(agent, channel), cancellationToken))?.MessageId;

    public async Task<MessageId?> FindChainAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken)
    {
        var conversation = new Conversation(agent, channel);
        var run = await runs.FindUnderWayAsync(conversation, cancellationToken)
            ?? await runs.FindEndedAsync(conversation, time.GetUtcNow() - Afterwards, cancellationToken);
        return run?.MessageId;
    }

    public Task DropAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken) =>
        runs.IgnoreOpenAsync(new Conversation(agent, channel), time.GetUtcNow(), cancellationToken);

    public async Task AnswerAsync(ActorId agent, MessageId question, MessageId reply, CancellationToken cancellationToken) =>
        (await runs.FindAsync(question, agent, cancellationToken))?.AnswerBy(reply, time.GetUtcNow());
}
