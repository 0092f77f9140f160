using System.Diagnostics.Metrics;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>What becomes of agents' runs, for who measures the server.</summary>
public static class RunMeter
{
    public const string Name = "Eliza.Runs";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> EndedRuns = Meter.CreateCounter<long>(
        "eliza.runs.ended", "{run}", "Runs that came to their end, however many attempts that took.");

    private static readonly Histogram<double> Attempts = Meter.CreateHistogram(
        "eliza.run.attempt.duration", "s", "How long it took to ask an agent once and to save what it said.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });

    public static void Ended(AgentRunStatus status) => EndedRuns.Add(1, new KeyValuePair<string, object?>("eliza.outcome", NameOf(status)));

    /// <param name="kind">The agent's kind.</param>
    /// <param name="outcome">What came of it, in a word.</param>
    /// <param name="duration">How long it took.</param>
    public static void Attempted(string kind, string outcome, TimeSpan duration) => Attempts.Record(
        duration.TotalSeconds, new KeyValuePair<string, object?>("eliza.agent.kind", kind), new KeyValuePair<string, object?>("eliza.outcome", outcome));

    private static string NameOf(AgentRunStatus status) => status switch
    {
        AgentRunStatus.Completed => "completed",
        AgentRunStatus.Ignored => "ignored",
        _ => "failed",
    };
}
