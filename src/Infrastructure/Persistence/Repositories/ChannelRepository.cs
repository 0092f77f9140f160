using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ChannelRepository(ElizaDbContext db) : IChannelRepository
{
    public Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.GetQuery(db.Channels, specification).FirstOrDefaultAsync(cancellationToken);

    public void Add(Channel channel) => db.Add(channel);
}
