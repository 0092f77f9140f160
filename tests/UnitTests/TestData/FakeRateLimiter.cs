using System.Net;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Has one bucket for everybody, with as many requests as a test says; null permits: limits are switched off.</summary>
internal sealed class FakeRateLimiter(int? permits) : IRateLimiter
{
    public int Left { get; private set; } = permits ?? 0;

    public RateLimit? Of(Caller caller) => permits is { } many ? new RateLimit("user", caller.Id, many, TimeSpan.FromMinutes(1)) : null;

    public RateLimit? Of(IPAddress? address) => null;

    public bool TryTake(RateLimit limit)
    {
        if (Left == 0) return false;
        Left--;
        return true;
    }

    public RateLimitState Look(RateLimit limit) => new(Left, TimeSpan.Zero, TimeSpan.Zero);
}
