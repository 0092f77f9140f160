using Eliza.Application.RateLimiting;
using Eliza.WebApi.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.RateLimiting;

public sealed class RateLimitHeadersTests
{
    private static readonly RateLimit User = new("user", "user:ada", 60, TimeSpan.FromMinutes(1));
    private static readonly RateLimit Address = new("address", "192.0.2.7", 1000, TimeSpan.FromHours(1));

    [Fact]
    public void Write_ForSeveralBuckets_TellsAllAndTheOneClosestToEmpty()
    {
        var headers = Write(View(User, 59, 0, 1), View(Address, 999, 0, 3.6));
        headers["X-RateLimit-Limit"].ShouldBe("60");
        headers["X-RateLimit-Remaining"].ShouldBe("59");
        headers["X-RateLimit-Reset"].ShouldBe("1001");
        headers["RateLimit-Policy"].ShouldBe("\"user\";q=60;w=60, \"address\";q=1000;w=3600");
        headers["RateLimit"].ShouldBe("\"user\";r=59;t=1, \"address\";r=999;t=4");
        headers.ShouldNotContainKey("Retry-After");
    }

    [Fact]
    public void Write_WhenRefused_TellsTheLongestWaitRoundedUp()
    {
        var headers = Write(isRefused: true, View(User, 0, 0.4, 59.4), View(Address, 0, 3.2, 3599.6));
        headers["Retry-After"].ShouldBe("4");
        headers["X-RateLimit-Limit"].ShouldBe("1000", "both are empty, and this one takes longer to have a request again");
        headers["X-RateLimit-Reset"].ShouldBe("4600");
        headers["RateLimit"].ShouldBe("\"user\";r=0;t=1, \"address\";r=0;t=4");
    }

    [Fact]
    public void Write_WhenRefusedButRefilledMeanwhile_StillAsksForASecond() =>
        Write(isRefused: true, View(User, 1, 0, 59)).ShouldContainKeyAndValue("Retry-After", "1");

    [Theory]
    [InlineData(30, 499, "1000")]
    [InlineData(30, 501, "60")]
    [InlineData(30, 500, "60")]
    [InlineData(60, 1000, "60")]
    public void Write_OfTwoBuckets_ChoosesBySharesThenByRequests(int user, int address, string limit) =>
        Write(View(User, user, 0, 60 - user), View(Address, address, 0, (1000 - address) * 3.6)).ShouldContainKeyAndValue("X-RateLimit-Limit", limit);

    [Fact]
    public void Write_ForAFullBucket_TellsNoTime()
    {
        var headers = Write(View(Address, 1000, 0, 0));
        headers["RateLimit"].ShouldBe("\"address\";r=1000");
        headers["X-RateLimit-Reset"].ShouldBe("1000");
    }

    [Theory]
    [InlineData(30, 30, 1)]
    [InlineData(30, 29.2, 1)]
    [InlineData(59, 0.01, 1)]
    public void Write_ForABucketInBetween_TellsWhenItHasOneMore(int remaining, double untilFull, int seconds) =>
        Write(View(User, remaining, 0, untilFull)).ShouldContainKeyAndValue("RateLimit", $"\"user\";r={remaining};t={seconds}");

    private static BucketView View(RateLimit limit, int remaining, double untilNext, double untilFull) =>
        new(limit, new RateLimitState(remaining, TimeSpan.FromSeconds(untilNext), TimeSpan.FromSeconds(untilFull)));

    private static Dictionary<string, string> Write(params BucketView[] buckets) => Write(isRefused: false, buckets);

    private static Dictionary<string, string> Write(bool isRefused, params BucketView[] buckets)
    {
        var headers = new HeaderDictionary();
        RateLimitHeaders.Write(headers, buckets, DateTimeOffset.UnixEpoch.AddSeconds(1000), isRefused);
        return headers.ToDictionary(header => header.Key, header => header.Value.ToString());
    }
}
