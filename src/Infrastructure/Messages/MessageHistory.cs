using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Messages;

internal sealed class MessageHistory(ElizaDbContext db) : IMessageHistory
{
    public Task<Message?> FindAsync(MessageId id, CancellationToken cancellationToken) =>
        db.Messages.AsNoTracking().FirstOrDefaultAsync(message => message.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Message>> ListAsync(ISpecification<Message> page, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.GetQuery(db.Messages.AsNoTracking(), page).ToListAsync(cancellationToken);

    public Task<long> CountAsync(ISpecification<Message> page, CancellationToken cancellationToken) =>
        SpecificationEvaluator.Filtered(db.Messages, page).LongCountAsync(cancellationToken);
}
