using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Feeds;

/// <summary>What the sweep compares with the database, because nobody may have rung.</summary>
internal sealed partial class ChannelFeeds
{
    /// <summary>The channels that are listened to.</summary>
    public IReadOnlyCollection<ChannelId> Channels => [.. _feeds.Keys];

    /// <summary>The sessions by whose right somebody listens, their channels, and who.</summary>
    public IReadOnlyCollection<(SessionId Session, ChannelId Channel, ActorId? Actor)> OfSessions =>
        [.. _feeds.SelectMany(feed => feed.Value.OfSessions.Select(listens => (listens.Session, feed.Key, listens.Actor)))];

    /// <summary>What agents are at, as far as listeners were told.</summary>
    public IReadOnlyCollection<Question> OpenWork => [.. _feeds.Values.SelectMany(feed => feed.OpenWork)];

    /// <summary>Wakes the feeds that are behind, and those whose channels are gone.</summary>
    public void Compare(IReadOnlyCollection<ChannelId> channels, IReadOnlyDictionary<ChannelId, long> heads)
    {
        foreach (var channel in channels)
        {
            if (Find(channel) is not { } feed) continue;
            if (heads.TryGetValue(channel, out var head)) feed.WakeIfBehind(head);
            else feed.Wake();
            DropIfIdle(channel, feed);
        }
    }

    /// <summary>
    /// Ends the listeners of sessions that are over. Who listens to a session of two others does so by a grant, whose end is in no history: it
    /// is asked anew each time.
    /// </summary>
    /// <param name="listening">Sessions, their channels, and who listens.</param>
    /// <param name="sessions">The sessions that there are; one that is gone is missing.</param>
    public void Compare(IReadOnlyCollection<(SessionId Session, ChannelId Channel, ActorId? Actor)> listening, IReadOnlyDictionary<SessionId, ChannelLog.SessionState> sessions)
    {
        foreach (var (id, channel, actor) in listening)
        {
            var session = sessions.GetValueOrDefault(id);
            if (session is null or { IsOver: true }) Find(channel)?.Tell(OverOf(id, channel, session is null ? "deleted" : "expired"));
            else if (actor is not null && actor != session.UserId && actor != session.AgentId) Find(channel)?.Tell(new FeedNotice.RightsChanged(actor));
        }
    }

    /// <summary>Ends what is over: input that is disabled on account of it would stay so for good.</summary>
    /// <param name="work">What agents were at.</param>
    /// <param name="runs">Their runs; one that is gone is missing.</param>
    /// <param name="until">Of what ended later than this, whoever ended it may be just telling.</param>
    public void Compare(IReadOnlyCollection<Question> work, IReadOnlyDictionary<Question, ChannelLog.RunState> runs, DateTimeOffset until)
    {
        foreach (var question in work)
        {
            var run = runs.GetValueOrDefault(question);
            if (run is null || run.EndedAt <= until)
                Find(question.ChannelId)?.Tell(new FeedNotice.WorkEnded(question, run?.Id ?? default, run is { HasFailed: true }, IsFound: true));
        }
    }

    private static FeedNotice.SessionOver OverOf(SessionId session, ChannelId channel, string reason) =>
        new(new FeedEvent(FeedEvents.SessionExpired, new SessionExpiredPayload(session.Value, channel.Value, reason)), session);
}
