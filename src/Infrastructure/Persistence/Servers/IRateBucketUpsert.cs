using Eliza.Infrastructure.RateLimiting;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>The statement of each database server by which nodes add to buckets that may not be there yet.</summary>
internal interface IRateBucketUpsert
{
    /// <summary>Adds what was taken, see <see cref="IBucketTable.AddAsync"/>, in one statement; it is its own transaction.</summary>
    /// <returns>The rows as they are then.</returns>
    Task<List<RateBucket>> AddAsync(ElizaDbContext db, IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken);
}
