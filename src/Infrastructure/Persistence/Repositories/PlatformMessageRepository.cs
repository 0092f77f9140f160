using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class PlatformMessageRepository(ElizaDbContext db) : IPlatformMessageRepository
{
    public Task<MessageId?> FindAsync(ChannelId channel, Source source, CancellationToken cancellationToken) =>
        db.PlatformMessages.Where(message => message.ChannelId == channel && message.Source == source)
            .Select(message => (MessageId?)message.MessageId).FirstOrDefaultAsync(cancellationToken);

    public void Add(PlatformMessage message) => db.Add(message);
}
