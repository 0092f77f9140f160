using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class MessageRepository(ElizaDbContext db) : IMessageRepository
{
    public void Add(Message message) => db.Add(message);

    public Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) =>
        db.Messages.Where(message => message.Id == id && message.ChannelId == channel)
            .Select(message => new ThreadPlace(message.Id, message.ThreadId, message.Links))
            .FirstOrDefaultAsync(cancellationToken);
}
