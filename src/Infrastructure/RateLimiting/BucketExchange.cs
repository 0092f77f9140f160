namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// Tells other nodes what was taken from the buckets of this one, and learns how full they are for all: through one table, in which each
/// bucket is the moment at which it will be full.
/// </summary>
/// <remarks>
/// A node that is the only one to take learns what it knows already. Of others' takes it learns when it tells its own; until then it gives
/// what they may have given too, and what was given too much is a debt that all learn of. An exchange whose end is not known is repeated:
/// at worst something counts twice, never not at all.
/// </remarks>
internal sealed class BucketExchange(TokenBuckets buckets, IBucketTable table, TimeProvider time)
{
    /// <summary>How many buckets one statement tells of.</summary>
    public const int MostAtOnce = 300;

    /// <summary>Tells all that is untold; nothing is sent when there is nothing. What fails is put back for the next time.</summary>
    /// <returns>Whether there was something to tell.</returns>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        var common = new CommonTime(time);
        var untold = buckets.TakeUntold().Select(take => (Take: take, Report: common.Report(take))).ToArray();
        Array.Sort(untold, (one, other) => string.CompareOrdinal(one.Report.Key, other.Report.Key));
        var told = 0;
        try
        {
            foreach (var some in untold.Chunk(MostAtOnce))
            {
                var fullAt = await table.AddAsync([.. some.Select(one => one.Report)], cancellationToken);
                foreach (var (take, report) in some) buckets.Learn(take.Key, common.ToHere(fullAt[report.Key]));
                told += some.Length;
            }
            return told > 0;
        }
        finally
        {
            foreach (var (take, _) in untold.Skip(told)) buckets.PutBack(take);
        }
    }
}
