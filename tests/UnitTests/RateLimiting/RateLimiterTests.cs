using System.Net;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.RateLimiting;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Guid Key = new("5e71ce00-0000-7000-8000-000000000001");

    private readonly TokenBuckets _buckets = new(new ManualTimeProvider());

    [Fact]
    public void Of_ACaller_IsWhatTheContractSays()
    {
        var limiter = LimiterWith(new RateLimitOptions());
        limiter.Of(Caller.User(Ids.Ada)).ShouldBe(new RateLimit("user", "user:ada", 60, Minute));
        limiter.Of(Caller.Agent(Key, "Parry's key", Ids.OtherAgent, Scopes.MessagesWrite)).ShouldBe(new RateLimit("agent", "agent:agent-2", 120, Minute));
        limiter.Of(Caller.Service(Key, "back end", Scopes.Admin)).ShouldBe(new RateLimit("service", $"key:{Key}", 6000, Minute));
    }

    [Fact]
    public void Of_ACallerWithAKeyOfItsOwnLimit_IsTheKeys()
    {
        var limiter = LimiterWith(new RateLimitOptions());
        limiter.Of(Caller.Agent(Key, "slow", Ids.OtherAgent, Scopes.None, requestsPerMinute: 5)).ShouldBe(new RateLimit("agent", $"key:{Key}", 5, Minute));
        limiter.Of(Caller.Service(Key, "fast", Scopes.None, requestsPerMinute: 99_999)).ShouldBe(new RateLimit("service", $"key:{Key}", 99_999, Minute));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    [InlineData(null, "unknown")]
    public void Of_AnAddress_IsItsOrItsNetworks(string? address, string partition) =>
        LimiterWith(new RateLimitOptions()).Of(address is null ? null : IPAddress.Parse(address))
            .ShouldBe(new RateLimit("address", partition, 1000, TimeSpan.FromHours(1)));

    [Fact]
    public void Of_Anybody_TakesItsCountFromTheOptions()
    {
        var limiter = LimiterWith(new RateLimitOptions { UserPerMinute = 1, AgentPerMinute = 2, ServicePerMinute = 3, IpPerHour = 4 });
        limiter.Of(Caller.User(Ids.Ada))!.Permits.ShouldBe(1);
        limiter.Of(Caller.Agent(Key, "x", Ids.OtherAgent, Scopes.None))!.Permits.ShouldBe(2);
        limiter.Of(Caller.Service(Key, "x", Scopes.None))!.Permits.ShouldBe(3);
        limiter.Of(IPAddress.Loopback)!.Permits.ShouldBe(4);
    }

    [Fact]
    public void Of_WhenSwitchedOff_IsNobodys()
    {
        var limiter = LimiterWith(new RateLimitOptions { Enabled = false });
        limiter.Of(Caller.User(Ids.Ada)).ShouldBeNull();
        limiter.Of(IPAddress.Loopback).ShouldBeNull();
    }

    [Fact]
    public void TryTake_UntilEmpty_SucceedsAsLongAsNothingIsToWaitFor()
    {
        var limiter = LimiterWith(new RateLimitOptions { UserPerMinute = 3 });
        var limit = limiter.Of(Caller.User(Ids.Ada))!;
        for (var left = 3; left > 0; left--)
        {
            limiter.Look(limit).Remaining.ShouldBe(left);
            limiter.Look(limit).UntilNext.ShouldBe(TimeSpan.Zero);
            limiter.TryTake(limit).ShouldBeTrue();
        }
        limiter.TryTake(limit).ShouldBeFalse();
        limiter.Look(limit).ShouldBe(new RateLimitState(0, TimeSpan.FromSeconds(20), Minute));
    }

    public void Dispose() => _buckets.Dispose();

    private RateLimiter LimiterWith(RateLimitOptions options) => new(Options.Create(options), _buckets);
}
