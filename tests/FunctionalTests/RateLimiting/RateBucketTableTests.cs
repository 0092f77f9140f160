using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>The table that nodes share their limits by.</summary>
[Trait("Database", "PostgreSql")]
public sealed class RateBucketTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SharingNode _node;

    public RateBucketTableTests()
    {
        TestDatabase.SkipUnlessPostgreSql();
        _node = new SharingNode(_folder, new ManualTimeProvider());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _node.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Add_ToRowsThatAreThereAndNot_AnswersWhenEachIsFull()
    {
        (await AddAsync(new("b", 5, 100, 1000), new("c", 5, 100, 1000), new("d", 5, 100, 1000)))
            .ShouldBe(new Dictionary<string, long> { ["b"] = 100, ["c"] = 100, ["d"] = 100 }, ignoreOrder: true);
        (await AddAsync(new("a", 7, 90, 1000), new("b", 7, 90, 1000), new("c", 7, 190, 1000), new("d", 7, 90, 105)))
            .ShouldBe(new Dictionary<string, long> { ["a"] = 90, ["b"] = 107, ["c"] = 190, ["d"] = 105 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Add_FromManyNodesAtOnce_LosesNothing()
    {
        const int Nodes = 8, Rounds = 15;
        var keys = Enumerable.Range(0, BucketExchange.MostAtOnce).Select(i => $"user/user:{i}/60").Order(StringComparer.Ordinal).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(async node =>
        {
            for (var round = 0; round < Rounds; round++)
                await AddAsync([.. keys.Where((_, i) => (i + node + round) % 3 > 0).Select(key => new BucketReport(key, 3, 3, long.MaxValue))]);
        }));

        (await _node.QueryAsync(db => db.Set<RateBucket>().SumAsync(bucket => bucket.FullAt))).ShouldBe(Nodes * Rounds * keys.Length / 3 * 2 * 3);
    }

    [Fact]
    public async Task RemoveFull_OfSomeThatAreFull_LeavesTheOthers()
    {
        await AddAsync([.. Enumerable.Range(0, 10).Select(i => new BucketReport($"{i}", 1, 100 + i, 1000))]);

        (await _node.Table.RemoveFullAsync(105, 3, Cancellation)).ShouldBe(3);
        (await _node.Table.RemoveFullAsync(105, 3, Cancellation)).ShouldBe(2);
        (await _node.Table.RemoveFullAsync(105, 3, Cancellation)).ShouldBe(0);
        (await _node.QueryAsync(db => db.Set<RateBucket>().OrderBy(bucket => bucket.Key).Select(bucket => bucket.Key).ToListAsync())).ShouldBe(["5", "6", "7", "8", "9"]);
    }

    private async Task<Dictionary<string, long>> AddAsync(params IReadOnlyList<BucketReport> reports) => new(await _node.Table.AddAsync(reports, Cancellation));
}
