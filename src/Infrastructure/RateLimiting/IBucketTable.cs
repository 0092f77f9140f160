namespace Eliza.Infrastructure.RateLimiting;

/// <summary>The buckets as all nodes see them, in the database: of each the moment at which it will be full.</summary>
internal interface IBucketTable
{
    /// <summary>
    /// Adds to each bucket what a node took: it will be full by as much later, though not sooner than the node says, nor later than the most.
    /// </summary>
    /// <param name="reports">Of different buckets, in the order of their names, at most <see cref="BucketExchange.MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Ends the waiting; whether they were added is not known then.</param>
    /// <returns>When each will be full now, by name.</returns>
    Task<IReadOnlyDictionary<string, long>> AddAsync(IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken);

    /// <summary>Removes some buckets that were full at that moment, which is as if they were there.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveFullAsync(long at, int most, CancellationToken cancellationToken);
}
