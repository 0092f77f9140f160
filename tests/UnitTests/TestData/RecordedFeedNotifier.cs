using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers what it was rung for.</summary>
internal sealed class RecordedFeedNotifier : IFeedNotifier
{
    public List<object> Rings { get; } = [];

    /// <summary>Whether it has a bug.</summary>
    public bool Breaks { get; set; }

    public void Wake(ChannelId channel)
    {
        if (Breaks) throw new InvalidOperationException("A bug.");
        Rings.Add(channel);
    }

    public void Tell(ChannelId channel, FeedEvent told, SessionId? ended = null) => Rings.Add((channel, told.Name, told.Payload, ended));

    public void BeginWork(Question question) => Rings.Add(("begin", question));

    public void EndWork(Question question, AgentRunId run, bool hasFailed) => Rings.Add(("end", question, run, hasFailed));

    public void EndAllWork(ActorId agent) => Rings.Add(("end all", agent));

    public void Recheck(ActorId actor) => Rings.Add(("recheck", actor));

    public Task MentionAsync(MessageId message, IReadOnlyList<ActorId> mentioned, CancellationToken cancellationToken)
    {
        Rings.Add((message, string.Join(' ', mentioned)));
        return Task.CompletedTask;
    }
}
