namespace Eliza.Benchmarks.Realtime;

/// <summary>What a round of messages came to.</summary>
/// <param name="Latencies">For each message, from before the post until the last listener had it.</param>
/// <param name="IsWhole">Whether every listener heard every message once, and all in one order.</param>
internal sealed record Measured(IReadOnlyCollection<TimeSpan> Latencies, double PostsPerSecond, bool IsWhole)
{
    public override string ToString() => $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms";

    private double At(double share) => Latencies.Order().ElementAt((int)(share * (Latencies.Count - 1))).TotalMilliseconds;
}
