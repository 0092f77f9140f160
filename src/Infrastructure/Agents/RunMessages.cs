using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class RunMessages(ElizaDbContext db) : IRunMessages
{
    public async Task<IReadOnlyDictionary<Guid, InboxMessage>> ListAsync(IReadOnlyCollection<MessageId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new Dictionary<Guid, InboxMessage>();
        var found = await Questions(db, ids).ToListAsync(cancellationToken);
        return found.ToDictionary(question => question.Message.Id.Value, question => Show(question.Message, question.Server));
    }

    public async Task<AgentRunId?> FindByPromptAsync(Conversation conversation, ActorId author, string prompt, CancellationToken cancellationToken)
    {
        var oldest = await OldestSaid(db, conversation.ChannelId, author).FirstOrDefaultAsync(cancellationToken);
        var runs = await OfPrompt(db, conversation, author, MessageContent.FromTrusted(prompt), oldest).ToListAsync(cancellationToken);
        var run = runs.Where(known => known.EndedAt is null).MinBy(known => known.Sequence) ?? runs.MaxBy(known => known.Sequence);
        return run?.Id;
    }

    public async Task<MessageId?> FindAnswerAsync(Conversation conversation, MessageId question, CancellationToken cancellationToken)
    {
        var place = await db.Messages.Where(message => message.Id == question).Select(message => message.Sequence).FirstOrDefaultAsync(cancellationToken);
        return await Answers(db, conversation, question, place).Select(message => (MessageId?)message.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<string?> FindTextAsync(MessageId id, CancellationToken cancellationToken) =>
        (await db.Messages.Where(message => message.Id == id).Select(message => message.Content).FirstOrDefaultAsync(cancellationToken))?.Value;

    internal static IQueryable<Question> Questions(ElizaDbContext db, IReadOnlyCollection<MessageId> ids) =>
        db.Messages.Where(message => ids.Contains(message.Id))
            .Join(db.Channels, message => message.ChannelId, channel => channel.Id, (message, channel) => new Question(message, channel.ServerId))
            .AsNoTracking();

    /// <summary>The place of the last of somebody's messages that a search reaches, counted in the index alone.</summary>
    internal static IQueryable<long> OldestSaid(ElizaDbContext db, ChannelId channel, ActorId author) =>
        db.Messages.Where(message => message.ChannelId == channel && message.Author == author)
            .OrderByDescending(message => message.Sequence).Select(message => message.Sequence).Skip(IRunMessages.MaxReach - 1).Take(1);

    /// <summary>The agent's runs for what the author said in just these words.</summary>
    internal static IQueryable<KnownRun> OfPrompt(ElizaDbContext db, Conversation conversation, ActorId author, MessageContent prompt, long oldest) =>
        db.Messages.Where(message => message.ChannelId == conversation.ChannelId && message.Author == author && message.Sequence >= oldest)
            .Where(message => message.Content == prompt)
            .SelectMany(message => db.AgentRuns.Where(run => run.MessageId == message.Id && run.AgentId == conversation.AgentId))
            .Select(run => new KnownRun(run.Id, run.Sequence, run.EndedAt));

    /// <summary>What the agent said behind the question, newest first, but for its answers to others.</summary>
    internal static IQueryable<Message> Answers(ElizaDbContext db, Conversation conversation, MessageId question, long place) => db.Messages
        .Where(message => message.ChannelId == conversation.ChannelId && message.Author == conversation.AgentId && message.Sequence > place)
        .Where(message => message.InReplyTo == null || message.InReplyTo == question)
        .Where(message => !db.AgentRuns.Any(run =>
            run.AgentId == conversation.AgentId && run.ChannelId == conversation.ChannelId && run.MessageId != question && run.ReplyId == message.Id))
        .OrderByDescending(message => message.Sequence);

    private static InboxMessage Show(Message message, ServerId server) => new(
        message.Id.Value,
        message.Content.Value,
        message.Author.Value,
        message.ChannelId.Value,
        server.Value,
        message.InReplyTo?.Value,
        message.CreatedAt.ToUnixTimeSeconds(),
        [.. message.Attachments.Select(file => new AttachmentResponse(file.Url, file.ContentType, file.Name, file.Size, file.Title, file.Description))],
        new RawJson(message.Metadata.Json));

    internal sealed record Question(Message Message, ServerId Server);

    internal sealed record KnownRun(AgentRunId Id, long Sequence, DateTimeOffset? EndedAt);
}
