using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Bus;

/// <summary>Tells the feeds of this node, and has the other nodes tell theirs.</summary>
internal sealed class SharedFeedNotifier(IFeedNotifier here, INodeBus bus) : IFeedNotifier
{
    public void Wake(ChannelId channel)
    {
        here.Wake(channel);
        bus.Publish(new NodeHint.HistoryWentOn(channel));
    }

    public void Tell(ChannelId channel, FeedEvent told, SessionId? ended = null)
    {
        here.Tell(channel, told, ended);
        if (told.Payload is ChannelPayload payload) bus.Publish(new NodeHint.Told(channel, told.Name, payload, ended));
    }

    public void BeginWork(Question question)
    {
        here.BeginWork(question);
        bus.Publish(new NodeHint.WorkBegan(question));
    }

    public void EndWork(Question question, AgentRunId run, bool hasFailed)
    {
        here.EndWork(question, run, hasFailed);
        bus.Publish(new NodeHint.WorkEnded(question, run, hasFailed));
    }

    public void EndAllWork(ActorId agent)
    {
        here.EndAllWork(agent);
        bus.Publish(new NodeHint.AllWorkEnded(agent));
    }

    public void Recheck(ActorId actor)
    {
        here.Recheck(actor);
        bus.Publish(new NodeHint.RightsChanged(actor));
    }

    /// <summary>The others first: what happens here may fail, or take its time.</summary>
    public Task MentionAsync(MessageId message, IReadOnlyList<ActorId> mentioned, CancellationToken cancellationToken)
    {
        bus.Publish(new NodeHint.Mentioned(message, mentioned));
        return here.MentionAsync(message, mentioned, cancellationToken);
    }
}
