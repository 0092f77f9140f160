using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ChannelChangeRepository(ElizaDbContext db) : IChannelChangeRepository
{
    public async Task<IReadOnlyList<ChannelChange>> ListAsync(ISpecification<ChannelChange> specification, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.GetQuery(db.ChannelChanges, specification).ToListAsync(cancellationToken);

    public void Remove(ChannelChange change) => db.Remove(change);
}
