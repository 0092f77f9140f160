using System.Collections.Concurrent;
using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Hosting;

namespace Eliza.Infrastructure.Feeds;

/// <summary>The feeds of the channels to which somebody listens on this node. When the server is asked to stop it sends all listeners away.</summary>
internal sealed partial class ChannelFeeds : HeedsStop, IChannelFeeds, IFeedNotifier
{
    private readonly ConcurrentDictionary<ChannelId, ChannelFeed> _feeds = new();
    private readonly MentionListeners _mentions = new();
    private readonly ChannelReader _reader;
    private readonly IReplyDrafts _drafts;
    private volatile bool _isStopping;

    public ChannelFeeds(ChannelReader reader, IReplyDrafts drafts)
    {
        (_reader, _drafts) = (reader, drafts);
        drafts.Written += question => Find(question.ChannelId)?.TellWritten(question);
    }

    public async Task<bool> TryJoinAsync(FeedPlace place, long? after, IFeedListener listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_isStopping)
            {
                listener.End(FeedEnd.ServerStopping);
                return true;
            }
            var feed = _feeds.GetOrAdd(place.ChannelId, static (_, from) => from.self.FeedFrom(from.place), (place, self: this));
            if (await feed.TryAddAsync(listener, after, cancellationToken) is not { } hasJoined)
            {
                Drop(place.ChannelId, feed);
                continue;
            }
            if (!hasJoined) DropIfIdle(place.ChannelId, feed);
            else if (_isStopping) feed.End(FeedEnd.ServerStopping);
            else await WelcomeAsync(feed, listener);
            return hasJoined;
        }
    }

    public void Leave(ChannelId channel, IFeedListener listener)
    {
        if (Find(channel) is not { } feed) return;
        feed.Remove(listener);
        DropIfIdle(channel, feed);
    }

    public Task<FeedPage?> ReadAsync(ChannelId channel, long after, CancellationToken cancellationToken) => _reader.ReadAsync(channel, after, cancellationToken);

    public IDisposable HearMentions(ActorId actor, Func<FeedEvent, bool> deliver) => _mentions.Add(actor, deliver);

    public void Wake(ChannelId channel) => Find(channel)?.Wake();

    public void Tell(ChannelId channel, FeedEvent told, SessionId? ended = null) => Find(channel)?.Tell(new FeedNotice.Told(told, ended));

    public void BeginWork(Question question) => Find(question.ChannelId)?.Tell(new FeedNotice.WorkBegan(question));

    public void EndWork(Question question, AgentRunId run, bool hasFailed) =>
        Find(question.ChannelId)?.Tell(new FeedNotice.WorkEnded(question, run, hasFailed));

    public void EndAllWork(ActorId agent)
    {
        foreach (var feed in _feeds.Values) feed.Tell(new FeedNotice.AllWorkEnded(agent));
    }

    public void Recheck(ActorId actor)
    {
        foreach (var feed in _feeds.Values) feed.Tell(new FeedNotice.RightsChanged(actor));
    }

    public async Task MentionAsync(MessageId message, IReadOnlyList<ActorId> mentioned, CancellationToken cancellationToken)
    {
        if (!mentioned.Any(_mentions.Has) || await _reader.FindAsync(message, cancellationToken) is not { } said) return;
        var payload = new MentionPayload(said.ChannelId, said.ServerId, said.Id, said.SenderId, said.SenderName, said.Text, said.CreatedAt);
        var told = new FeedEvent(FeedEvents.Mention, payload);
        foreach (var actor in mentioned) _mentions.Tell(actor, told);
    }

    public override Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        foreach (var feed in _feeds.Values) feed.End(FeedEnd.ServerStopping);
        return Task.CompletedTask;
    }

    private ChannelFeed FeedFrom(FeedPlace place) => new(
        place.ChannelId,
        place.Head,
        after => _reader.ReadAsync(place.ChannelId, after),
        exception => _reader.Failed(exception, place.ChannelId),
        new ChannelWork(place.ChannelId, place.ServerId, _drafts));

    /// <summary>
    /// What happened since the place was found may have rung before the feed was there; and it may have taken the listener's right away,
    /// at a stamp behind which it already is.
    /// </summary>
    private static Task WelcomeAsync(ChannelFeed feed, IFeedListener listener)
    {
        feed.Wake();
        return feed.RecheckAsync(listener);
    }

    private ChannelFeed? Find(ChannelId channel) => _feeds.GetValueOrDefault(channel);

    /// <summary>One that is just at work is dropped by the sweep.</summary>
    private void DropIfIdle(ChannelId channel, ChannelFeed feed)
    {
        if (feed.TryClose()) Drop(channel, feed);
    }

    private void Drop(ChannelId channel, ChannelFeed feed) => _feeds.TryRemove(KeyValuePair.Create(channel, feed));
}
