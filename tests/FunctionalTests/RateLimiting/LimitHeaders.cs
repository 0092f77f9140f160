using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>What an answer tells about limits.</summary>
[ShouldlyMethods]
internal static class LimitHeaders
{
    public static string[] ShouldTellLimits(this Answer answer)
    {
        foreach (var name in new[] { "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset" })
            answer.Headers.Keys.ShouldContain(name, $"{answer.Status} {answer.Text}");
        long.Parse(answer.Headers["X-RateLimit-Remaining"]).ShouldBeInRange(0, long.Parse(answer.Headers["X-RateLimit-Limit"]));
        answer.Headers["RateLimit"].ShouldMatch("""^"[a-z]+";r=\d+(;t=\d+)?(, "[a-z]+";r=\d+(;t=\d+)?)?$""");
        answer.Headers["RateLimit-Policy"].ShouldMatch("""^"[a-z]+";q=\d+;w=(60|3600)(, "address";q=\d+;w=3600)?$""");
        return [.. answer.Headers["RateLimit-Policy"].Split(", ").Select(policy => policy.Split('"')[1])];
    }

    /// <summary>What is left in a bucket of the answer.</summary>
    public static int Left(this Answer answer, string policy) =>
        int.Parse(answer.Headers["RateLimit"].Split(", ").Single(limit => limit.StartsWith($"\"{policy}\"", StringComparison.Ordinal)).Split(";r=")[1].Split(';')[0]);

    /// <summary>A 429 in the one envelope that tells all limits; the answer is its <c>Retry-After</c> in seconds.</summary>
    public static int ShouldBeRefused(this Answer answer, string policy)
    {
        answer.ShouldBeError(429, "RATE_LIMIT_EXCEEDED").Details.ShouldStartWith($"The {policy} limit of ");
        answer.ShouldTellLimits();
        answer.Headers["X-RateLimit-Remaining"].ShouldBe("0");
        return int.Parse(answer.Headers["Retry-After"]);
    }

    public static async Task RepeatAsync(int times, Func<Task> request)
    {
        for (var i = 0; i < times; i++) await request();
    }
}
