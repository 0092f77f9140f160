using Eliza.Domain.Jobs;

namespace Eliza.Application.Jobs;

/// <summary>How the newest jobs fare; of very many, the newest 10000 are looked at.</summary>
/// <param name="Timestamp">Unix milliseconds.</param>
/// <param name="MaxJobs">So many of one caller may be waiting for their answers at once.</param>
public sealed record JobHealth(bool Healthy, long Timestamp, int TotalJobs, JobCounts StatusCounts, JobMetrics Metrics, int MaxJobs)
{
    internal static JobHealth Of(IReadOnlyList<JobProgress> jobs, DateTimeOffset now)
    {
        var byStatus = jobs.ToLookup(job => job.StatusAt(now));
        var counts = new JobCounts(
            byStatus[JobStatus.Pending].Count(), byStatus[JobStatus.Processing].Count(), byStatus[JobStatus.Completed].Count(),
            byStatus[JobStatus.Failed].Count(), byStatus[JobStatus.Timeout].Count());
        var ended = counts.Completed + counts.Failed + counts.Timeout;
        var average = byStatus[JobStatus.Completed].Select(job => (double)job.Milliseconds).DefaultIfEmpty(0).Average();
        var metrics = new JobMetrics(Math.Round(average, 1), Share(counts.Completed, ended), Share(counts.Failed, ended), Share(counts.Timeout, ended));
        return new JobHealth(Healthy: true, now.ToUnixTimeMilliseconds(), jobs.Count, counts, metrics, Job.MaxUnexpired);
    }

    private static double Share(int some, int all) => all == 0 ? 0 : Math.Round((double)some / all, 4);
}

/// <summary>How many jobs have which status.</summary>
public sealed record JobCounts(int Pending, int Processing, int Completed, int Failed, int Timeout);

/// <summary>How the jobs that have ended did; the rates are from 0 to 1 and make 1 together, unless nothing has ended.</summary>
public sealed record JobMetrics(double AverageProcessingTimeMs, double SuccessRate, double FailureRate, double TimeoutRate);
