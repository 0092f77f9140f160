using BenchmarkDotNet.Attributes;
using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Microsoft.Extensions.Options;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What the rate limit of one request costs.</summary>
[MemoryDiagnoser]
public class TokenBucketBenchmarks
{
    private const int Many = 100_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly RateLimiter _limiter = new(Options.Create(new RateLimitOptions()), new TokenBuckets(TimeProvider.System));
    private readonly RateLimit _full = new("user", "user:ada", int.MaxValue, Minute);
    private readonly RateLimit _empty = new("user", "user:bob", 1, TimeSpan.FromDays(1));
    private readonly RateLimit[] _many = [.. Enumerable.Range(0, Many).Select(number => new RateLimit("user", $"user:{number}", int.MaxValue, Minute))];
    private int _next;

    [GlobalSetup]
    public void Fill()
    {
        _limiter.TryTake(_empty);
        foreach (var limit in _many) _limiter.TryTake(limit);
    }

    [Benchmark]
    public bool TakeFromOne() => _limiter.TryTake(_full);

    /// <summary>In turn, so that nothing of a bucket is in the processor's cache. As many are kept at most, so making room is part of it.</summary>
    [Benchmark]
    public bool TakeFromEachOf100000()
    {
        _next = (_next + 1) % Many;
        return _limiter.TryTake(_many[_next]);
    }

    /// <summary>What a flood costs.</summary>
    [Benchmark]
    public bool RefuseByEmptyOne() => _limiter.TryTake(_empty);
}
