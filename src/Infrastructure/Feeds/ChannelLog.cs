using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Feeds;

/// <summary>
/// Reads what happened in channels, messages and changes together. First of all it reads up to where: stamps are given under the
/// channel's row, so whatever is behind that is not seen by one query and missed by the next.
/// </summary>
internal sealed class ChannelLog(ElizaDbContext db)
{
    internal const int PageSize = 200;

    /// <summary>What is behind a stamp; null when the channel is gone.</summary>
    public async Task<FeedPage?> ReadAsync(ChannelId id, long after, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (channel is null) return null;
        if (channel.LastStamp <= after) return new FeedPage([], after, HasMore: false);

        var messages = await MessagesBehind(db, id, after, channel.LastStamp).ToListAsync(cancellationToken);
        var changes = await ChangesBehind(db, id, after, channel.LastStamp).ToListAsync(cancellationToken);

        // One of the two may reach further than the other: what it has behind the other's end belongs to the next page.
        var hasMore = messages.Count == PageSize || changes.Count == PageSize;
        var next = hasMore ? Math.Min(EndOf(messages, message => message.Stamp), EndOf(changes, change => change.Stamp)) : channel.LastStamp;
        messages.RemoveAll(message => message.Stamp > next);
        changes.RemoveAll(change => change.Stamp > next);

        var edited = await FindEditedAsync(changes, cancellationToken);
        var facts = new ChannelFacts(channel, edited, await FindNamesAsync(id, [.. messages, .. edited.Values], changes, cancellationToken));
        var entries = messages.Select(facts.EntryOf).Concat(changes.Select(facts.EntryOf).OfType<FeedEntry>()).OrderBy(entry => entry.Stamp);
        return new FeedPage([.. entries], next, hasMore);
    }

    /// <summary>One message as listeners get it; null when it is gone.</summary>
    public async Task<MessageBroadcast?> FindAsync(MessageId id, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (message is null || await db.Channels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == message.ChannelId, cancellationToken) is not { } channel) return null;
        return new ChannelFacts(channel, new Dictionary<string, Message>(), await FindNamesAsync(channel.Id, [message], [], cancellationToken)).BroadcastOf(message, message.Stamp);
    }

    /// <summary>The newest stamps of channels; one that is gone has none.</summary>
    public async Task<IReadOnlyDictionary<ChannelId, long>> FindHeadsAsync(IReadOnlyCollection<ChannelId> channels, CancellationToken cancellationToken) =>
        await Heads(db, channels).ToDictionaryAsync(head => head.Id, head => head.Stamp, cancellationToken);

    /// <summary>Those of the sessions that there are.</summary>
    public async Task<IReadOnlyDictionary<SessionId, SessionState>> FindSessionsAsync(IReadOnlyCollection<SessionId> sessions, CancellationToken cancellationToken) =>
        await Sessions(db, sessions).ToDictionaryAsync(session => session.Id, cancellationToken);

    /// <summary>How far agents are with messages, by what each answers.</summary>
    public async Task<IReadOnlyDictionary<Question, RunState>> FindRunsAsync(IReadOnlyCollection<MessageId> messages, CancellationToken cancellationToken) =>
        await Runs(db, messages).ToDictionaryAsync(run => new Question(run.MessageId, run.ChannelId, run.AgentId), cancellationToken);

    internal static IQueryable<Message> MessagesBehind(ElizaDbContext db, ChannelId channel, long after, long last) => db.Messages.AsNoTracking()
        .Where(message => message.ChannelId == channel && message.Stamp > after && message.Stamp <= last).OrderBy(message => message.Stamp).Take(PageSize);

    internal static IQueryable<ChannelChange> ChangesBehind(ElizaDbContext db, ChannelId channel, long after, long last) => db.ChannelChanges.AsNoTracking()
        .Where(change => change.ChannelId == channel && change.Stamp > after && change.Stamp <= last).OrderBy(change => change.Stamp).Take(PageSize);

    internal static IQueryable<Head> Heads(ElizaDbContext db, IReadOnlyCollection<ChannelId> channels) =>
        db.Channels.Where(channel => channels.Contains(channel.Id)).Select(channel => new Head { Id = channel.Id, Stamp = channel.LastStamp });

    internal static IQueryable<SessionState> Sessions(ElizaDbContext db, IReadOnlyCollection<SessionId> sessions) => db.Sessions
        .Where(session => sessions.Contains(session.Id)).Select(session => new SessionState(session.Id, session.UserId, session.AgentId, session.EndedAt != null));

    internal static IQueryable<RunState> Runs(ElizaDbContext db, IReadOnlyCollection<MessageId> messages) => db.AgentRuns
        .Where(run => messages.Contains(run.MessageId))
        .Select(run => new RunState(run.MessageId, run.ChannelId, run.AgentId, run.Id, run.Status == AgentRunStatus.Failed, run.EndedAt));

    internal static IQueryable<Participant> Named(ElizaDbContext db, ChannelId channel, IReadOnlyCollection<ActorId> actors) =>
        db.Participants.AsNoTracking().Where(participant => participant.ChannelId == channel && actors.Contains(participant.ActorId));

    /// <summary>The channel's agents that go by one of the handles, by their ids or their names: of its few agents, not of all who take part.</summary>
    internal static IQueryable<Participant> AgentsCalled(ElizaDbContext db, ChannelId channel, IReadOnlyCollection<string> handles) =>
        db.Participants.AsNoTracking().Where(participant => participant.ChannelId == channel && participant.Kind == ActorKind.Agent
            && (handles.Contains(participant.ActorKey) || (participant.NameKey != null && handles.Contains(participant.NameKey))));

    private static long EndOf<T>(List<T> rows, Func<T, long> stampOf) => rows.Count == PageSize ? stampOf(rows[^1]) : long.MaxValue;

    /// <summary>What the edited messages say now, however often they were edited.</summary>
    private async Task<IReadOnlyDictionary<string, Message>> FindEditedAsync(List<ChannelChange> changes, CancellationToken cancellationToken)
    {
        MessageId[] ids = [.. changes.Where(change => change.Kind is ChannelChangeKind.MessageUpdated).Select(change => change.Subject!).Distinct().Select(text => new MessageId(Guid.Parse(text)))];
        if (ids.Length == 0) return new Dictionary<string, Message>();
        return await db.Messages.AsNoTracking().Where(message => ids.Contains(message.Id)).ToDictionaryAsync(message => $"{message.Id}", cancellationToken);
    }

    /// <summary>
    /// What those are called in the channel who are in it and of whom the page tells, and which of the names that people call themselves
    /// are agents'; in one query, for this is asked for every message that somebody hears.
    /// </summary>
    private async Task<SenderNames> FindNamesAsync(
        ChannelId channel, IReadOnlyList<Message> messages, IReadOnlyList<ChannelChange> changes, CancellationToken cancellationToken)
    {
        ActorId[] actors = [.. messages.Select(message => message.Author).Concat(changes.Where(change => change.ActorKind is not null).Select(change => ActorId.From(change.Subject!))).Distinct()];
        if (actors.Length == 0) return new SenderNames(new Dictionary<ActorId, string>(), new HashSet<string>());
        var told = SenderNames.ToldBy(messages);
        var rows = told.Count == 0 ? Named(db, channel, actors) : Named(db, channel, actors).Concat(AgentsCalled(db, channel, told));
        var found = (await rows.ToListAsync(cancellationToken)).DistinctBy(participant => participant.ActorId).ToList();
        return new SenderNames(
            found.Where(participant => participant.Name is not null).ToDictionary(participant => participant.ActorId, participant => participant.Name!.Value),
            found.Where(participant => participant.Kind is ActorKind.Agent).SelectMany(agent => new[] { agent.ActorKey, agent.NameKey }).OfType<string>().ToHashSet());
    }

    internal sealed class Head
    {
        public ChannelId Id { get; init; }

        public long Stamp { get; init; }
    }

    internal sealed record SessionState(SessionId Id, ActorId UserId, ActorId AgentId, bool IsOver);

    internal sealed record RunState(MessageId MessageId, ChannelId ChannelId, ActorId AgentId, AgentRunId Id, bool HasFailed, DateTimeOffset? EndedAt);
}
