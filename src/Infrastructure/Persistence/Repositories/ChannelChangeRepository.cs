using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Infrastructure.Persistence.Commits;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ChannelChangeRepository(ElizaDbContext db, WriteTransaction transaction) : IChannelChangeRepository
{
    public async Task<IReadOnlyList<ChannelChange>> ClaimAsync(ISpecification<ChannelChange> specification, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(SpecificationEvaluator.GetQuery(db.ChannelChanges, specification), cancellationToken);

    public void Remove(ChannelChange change) => db.Remove(change);
}
