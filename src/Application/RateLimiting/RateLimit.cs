namespace Eliza.Application.RateLimiting;

/// <summary>A bucket of requests: full at first, emptied by one with each request, refilled evenly all the time.</summary>
/// <param name="Policy">What sort of bucket it is: user, agent, service or address. Clients see it.</param>
/// <param name="Partition">Whose it is: one bucket for each.</param>
/// <param name="Permits">How many requests it holds when full.</param>
/// <param name="Window">In how long an empty one is full again.</param>
public sealed record RateLimit(string Policy, string Partition, int Permits, TimeSpan Window);

/// <summary>How full a bucket is.</summary>
/// <param name="Remaining">How many requests it still has, as a whole number.</param>
/// <param name="UntilNext">How long until it has one; zero when it has.</param>
/// <param name="UntilFull">How long until it is full, if nothing takes from it; zero when it is.</param>
public readonly record struct RateLimitState(int Remaining, TimeSpan UntilNext, TimeSpan UntilFull);
