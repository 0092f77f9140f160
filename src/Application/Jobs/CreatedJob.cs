using Eliza.Domain.Jobs;

namespace Eliza.Application.Jobs;

/// <summary>A job that was just made; times are in Unix milliseconds.</summary>
public sealed record CreatedJob(Guid JobId, string Status, long CreatedAt, long ExpiresAt)
{
    internal static CreatedJob Of(Job job) => new(
        job.Id.Value, JobStatus.Pending.Name(), job.CreatedAt.ToUnixTimeMilliseconds(), job.ExpiresAt.ToUnixTimeMilliseconds());
}
