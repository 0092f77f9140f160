using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class MessageRepository(ElizaDbContext db, WriteTransaction transaction, NewRows rows) : IMessageRepository
{
    /// <summary>Compiled beforehand: each reply asks for it.</summary>
    private static readonly Func<ElizaDbContext, ChannelId, MessageId, CancellationToken, Task<ThreadPlace?>> Place = EF.CompileAsyncQuery(
        (ElizaDbContext db, ChannelId channel, MessageId id, CancellationToken _) => db.Messages.Where(message => message.Id == id && message.ChannelId == channel)
            .Select(message => new ThreadPlace(message.Id, message.ThreadId, message.Links)).FirstOrDefault());

    public Task<Message?> FindAsync(ISpecification<Message> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.GetQuery(db.Messages, specification).FirstOrDefaultAsync(cancellationToken);

    /// <summary>By two questions, for asked in one the database would number the revisions of all messages.</summary>
    public async Task<Message?> FindToEditAsync(MessageId id, CancellationToken cancellationToken)
    {
        var found = await db.Messages.FirstOrDefaultAsync(message => message.Id == id, cancellationToken);
        if (found?.EditedAt is not null) await NewestRevision(db, id).LoadAsync(cancellationToken);
        return found;
    }

    public void Add(Message message) => rows.Add(message);

    public async Task<int> DeleteAsync(ISpecification<Message> specification, ChannelId channel, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await db.LockChannelsAsync([channel]);
        var messages = SpecificationEvaluator.Filtered(db.Messages, specification);
        await db.EmptyAnswersAsync(messages, cancellationToken);
        var deleted = await messages.ExecuteDeleteAsync(cancellationToken);
        await db.Channels.Where(row => row.Id == channel).ExecuteUpdateAsync(
            row => row.SetProperty(c => c.MessageCount, c => c.MessageCount - deleted), cancellationToken);
        return deleted;
    }

    public Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => Place(db, channel, id, cancellationToken);

    internal static IQueryable<MessageRevision> NewestRevision(ElizaDbContext db, MessageId id) =>
        db.MessageRevisions.Where(revision => revision.MessageId == id).OrderByDescending(revision => revision.Number).Take(1);
}
