using System.Data.Common;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>Servers over one database, each of which would give a person six requests at once, and one each ten seconds.</summary>
[Trait("Database", "PostgreSql")]
public sealed class SharedLimitTests : IDisposable
{
    private const string Agents = "/api/agents";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly List<SharingNode> _nodes = [];

    public SharedLimitTests() => TestDatabase.SkipUnlessPostgreSql();

    public void Dispose()
    {
        foreach (var node in _nodes) node.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Limit_OfAPersonWhoCallsTwoNodes_IsOneForBoth()
    {
        var (one, other) = (Start(), Start());
        await TakeAsync(one, 4);
        await one.TellAsync();
        (await GetAsync(other)).ShouldBe(200).Left("user").ShouldBe(5, "it was not told yet");
        await other.TellAsync();

        (await GetAsync(other)).ShouldBe(200).Left("user").ShouldBe(0);
        (await GetAsync(other)).ShouldBeRefused("user").ShouldBe(10);
        await other.TellAsync();
        await TakeAsync(one, 1);
        await one.TellAsync();
        (await GetAsync(one)).ShouldBeRefused("user").ShouldBe(20, "seven were given, which is paid back");
        (await one.As("user:bob").GetAsync(Agents)).ShouldBe(200).Left("user").ShouldBe(5);
    }

    [Fact]
    public async Task Limit_OfANodeThatStartsAgain_IsStillUsedUp()
    {
        var node = Start();
        await TakeAsync(node, SharingNode.User);
        await node.DisposeAsync();
        var again = Start();
        await TakeAsync(again, 1);
        await again.TellAsync();

        (await GetAsync(again)).ShouldBeRefused("user").ShouldBe(20);
    }

    [Fact]
    public async Task Limit_WhileTheTableIsAway_IsEachNodesOwn()
    {
        var (one, other) = (Start(), Start());
        await ExecuteAsync(one, $"""ALTER TABLE "RateBuckets" RENAME TO "Away" """);
        foreach (var node in _nodes)
        {
            await TakeAsync(node, 3);
            await Should.ThrowAsync<DbException>(node.TellAsync());
            await TakeAsync(node, 3);
            (await GetAsync(node)).ShouldBeRefused("user").ShouldBe(10);
        }

        await ExecuteAsync(one, $"""ALTER TABLE "Away" RENAME TO "RateBuckets" """);
        await one.TellAsync();
        await other.TellAsync();
        (await GetAsync(other)).ShouldBeRefused("user").ShouldBe(70, "twelve were given");
    }

    [Fact]
    public async Task Node_LeftToItself_TellsTwiceASecond()
    {
        var node = Start();
        await TakeAsync(node, 1);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await node.QueryAsync(db => db.Set<RateBucket>().AnyAsync(bucket => bucket.Key == "user/user:ada/60")))
        {
            await again.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private SharingNode Start()
    {
        var node = new SharingNode(_folder, _time);
        _nodes.Add(node);
        return node;
    }

    private static Task<Answer> GetAsync(SharingNode node) => node.As("user:ada").GetAsync(Agents);

    private static Task TakeAsync(SharingNode node, int count) => LimitHeaders.RepeatAsync(count, async () => (await GetAsync(node)).ShouldBe(200));

    private static Task<int> ExecuteAsync(SharingNode node, FormattableString sql) => node.QueryAsync(db => db.Database.ExecuteSqlAsync(sql));
}
