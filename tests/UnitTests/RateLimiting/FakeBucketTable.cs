using Eliza.Infrastructure.RateLimiting;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>The table that nodes share, in memory; it can be away.</summary>
internal sealed class FakeBucketTable : IBucketTable
{
    private readonly SortedDictionary<string, long> _fullAt = new(StringComparer.Ordinal);

    /// <summary>After so many statements that succeed all others fail; null for never.</summary>
    public int? FailsAfter { get; set; }

    /// <summary>Whether it lets off debts that are too large, as it should.</summary>
    public bool LetsOff { get; init; } = true;

    /// <summary>What it was told, statement by statement.</summary>
    public List<IReadOnlyList<BucketReport>> Told { get; } = [];

    public List<long> Swept { get; } = [];

    public IReadOnlyDictionary<string, long> FullAt => _fullAt;

    public Task<IReadOnlyDictionary<string, long>> AddAsync(IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken)
    {
        if (FailsAfter is 0) throw new TimeoutException("away");
        FailsAfter--;
        Told.Add(reports);
        foreach (var report in reports)
            _fullAt[report.Key] = Math.Min(Math.Max(_fullAt.GetValueOrDefault(report.Key) + report.Taken, report.FullAt), LetsOff ? report.Latest : long.MaxValue);
        return Task.FromResult<IReadOnlyDictionary<string, long>>(reports.ToDictionary(report => report.Key, report => _fullAt[report.Key]));
    }

    public Task<int> RemoveFullAsync(long at, int most, CancellationToken cancellationToken)
    {
        Swept.Add(at);
        return Task.FromResult(0);
    }
}
