using System.Collections.Immutable;
using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Infrastructure.Feeds;

/// <summary>
/// What agents are at in a channel, as far as its listeners were told: which questions they work on, and how far they have written.
/// Who begins to listen in the middle of an answer gets the rest of it, and the whole with its message.
/// </summary>
internal sealed class ChannelWork(ChannelId channel, ServerId server, IReplyDrafts drafts)
{
    /// <summary>Of the oldest answers beyond these nothing more is told before their messages.</summary>
    private const int MostAnswers = 100;

    private const string NoAnswer = "The agent could not answer";

    private readonly Dictionary<Question, ToldReply> _answers = [];
    private readonly HashSet<Question> _written = [];
    private ImmutableHashSet<Question> _open = [];

    /// <summary>What agents are at, as of now; may be asked for from any thread.</summary>
    public IReadOnlyCollection<Question> Open => _open;

    /// <summary>An agent wrote on: <see cref="TakeChunks"/> tells it.</summary>
    public void Follow(Question question)
    {
        if (!_answers.ContainsKey(question) && _answers.Count >= MostAnswers) _answers.Remove(_answers.Keys.First());
        _answers.TryAdd(question, new ToldReply());
        _written.Add(question);
    }

    /// <summary>What was written since the last look.</summary>
    public IReadOnlyList<FeedEvent> TakeChunks()
    {
        if (_written.Count == 0) return [];
        var chunks = new List<FeedEvent>();
        foreach (var question in _written)
        {
            if (_answers.TryGetValue(question, out var told) && drafts.Find(question) is { } draft && told.GoOn(draft) is { } chunk)
                chunks.Add(ChunkOf(question, draft.Answer, chunk));
        }
        _written.Clear();
        return chunks;
    }

    /// <summary>The rest of an answer that was followed and is there now; null when all of it was told, or when it was not followed.</summary>
    public FeedEvent? Finish(Question question, MessageBroadcast reply)
    {
        _written.Remove(question);
        return _answers.Remove(question, out var told) && told.BringTo(reply.Text) is { } chunk ? ChunkOf(question, new MessageId(reply.Id), chunk) : null;
    }

    /// <summary>
    /// What an entry of the history ends: runs go with the messages that they answer, and with their agents, and say nothing of it themselves. Where
    /// many messages are gone at once, all work counts as ended: what goes on in spite of that is told by its message.
    /// </summary>
    public IEnumerable<FeedEvent> EventsAfter(FeedEntry entry) => entry.Event.Payload switch
    {
        MessageDeletedPayload deleted => End(question => $"{question.MessageId}" == deleted.MessageId),
        ChannelClearedPayload => End(_ => true),
        ParticipantPayload when entry.Left is { } actor => End(question => question.AgentId == actor),
        _ => [],
    };

    public IEnumerable<FeedEvent> EventsOf(FeedNotice notice) => notice switch
    {
        FeedNotice.Told told => [told.Event],
        FeedNotice.WorkBegan began => Begin(began.Question),
        FeedNotice.WorkEnded { IsFound: true } ended when !_open.Contains(ended.Question) => [],
        FeedNotice.WorkEnded ended => EndOf(ended),
        FeedNotice.AllWorkEnded ended => End(question => question.AgentId == ended.Agent),
        FeedNotice.RightsChanged or FeedNotice.SessionOver => [],
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "A notice without a form."),
    };

    private IEnumerable<FeedEvent> Begin(Question question)
    {
        var before = _open;
        _open = before.Add(question);
        return before.IsEmpty ? [ControlOf("disable_input", question.AgentId)] : [];
    }

    private IEnumerable<FeedEvent> End(Predicate<Question> isOver)
    {
        foreach (var question in _answers.Keys.Where(question => isOver(question)).ToList()) _answers.Remove(question);
        _written.RemoveWhere(isOver);
        Question[] ended = [.. _open.Where(question => isOver(question))];
        foreach (var question in ended)
        {
            _open = _open.Remove(question);
            yield return CompleteOf(question);
        }
        if (ended.Length > 0 && _open.IsEmpty) yield return ControlOf("enable_input", ended[^1].AgentId);
    }

    private IEnumerable<FeedEvent> EndOf(FeedNotice.WorkEnded ended)
    {
        var question = ended.Question;
        _open = _open.Remove(question);
        _written.Remove(question);
        _answers.Remove(question, out var told);
        if (ended.HasFailed) yield return ErrorOf(question, ended.Run, told?.Text is { Length: > 0 } text ? text : null);
        yield return CompleteOf(question);
        if (_open.IsEmpty) yield return ControlOf("enable_input", question.AgentId);
    }

    private FeedEvent CompleteOf(Question question) =>
        new(FeedEvents.MessageComplete, new MessageCompletePayload(channel.Value, server.Value, question.AgentId.Value, question.MessageId.Value));

    private FeedEvent ChunkOf(Question question, MessageId answer, ReplyChunk chunk) => new(
        FeedEvents.MessageStreamChunk,
        new MessageStreamChunkPayload(channel.Value, answer.Value, question.AgentId.Value, chunk.Text, chunk.Index, question.MessageId.Value));

    private FeedEvent ErrorOf(Question question, AgentRunId run, string? partial) => new(
        FeedEvents.MessageStreamError,
        new MessageStreamErrorPayload(channel.Value, run.AnswerId.Value, question.AgentId.Value, NoAnswer, partial, question.MessageId.Value));

    private FeedEvent ControlOf(string action, ActorId agent) => new(FeedEvents.ControlMessage, new ControlMessagePayload(channel.Value, action, agent.Value));
}
