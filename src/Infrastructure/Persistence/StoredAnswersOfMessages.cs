using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>The answers kept for repetitions hold what messages say: they are emptied together with the messages.</summary>
internal static class StoredAnswersOfMessages
{
    /// <summary>Empties the answers that tell one of these messages; call it in the transaction that deletes them, before.</summary>
    public static Task EmptyAnswersAsync(this ElizaDbContext db, IQueryable<Message> messages, CancellationToken cancellationToken) =>
        Of(db, messages).ExecuteUpdateAsync(answer => answer.SetProperty(row => row.Body, ""), cancellationToken);

    internal static IQueryable<StoredAnswer> Of(ElizaDbContext db, IQueryable<Message> messages)
    {
        var ids = messages.Select(message => (MessageId?)message.Id);
        return db.StoredAnswers.Where(answer => answer.MessageId != null && ids.Contains(answer.MessageId));
    }
}
