using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Jobs;

namespace Eliza.Application.Jobs;

/// <summary>A job as clients see it; times are in Unix milliseconds, as the reference's client has them.</summary>
/// <param name="Status">pending, processing, completed, failed or timeout.</param>
/// <param name="Prompt">The question; empty when it was deleted since.</param>
/// <param name="Result">The answer; null unless completed.</param>
/// <param name="Error">Why there is no answer; null unless failed or timed out.</param>
/// <param name="ChannelId">Where question and answer are.</param>
public sealed record JobResponse(
    Guid JobId,
    string Status,
    string AgentId,
    string UserId,
    string Prompt,
    long CreatedAt,
    long ExpiresAt,
    JobResult? Result,
    string? Error,
    RawJson Metadata,
    Guid ChannelId)
{
    /// <summary>The job as it stands at that moment.</summary>
    internal static JobResponse Of(JobView job, DateTimeOffset now)
    {
        var status = job.Progress.StatusAt(now);
        return new JobResponse(
            job.Id.Value, status.Name(), job.AgentId.Value, job.UserId.Value, job.Prompt ?? "",
            job.Progress.CreatedAt.ToUnixTimeMilliseconds(), job.Progress.ExpiresAt.ToUnixTimeMilliseconds(),
            status is JobStatus.Completed && job.Reply is { } reply ? JobResult.Of(reply, job) : null,
            ErrorOf(job, status), new RawJson(job.Metadata.Json), job.ChannelId.Value);
    }

    private static string? ErrorOf(JobView job, JobStatus status) => (status, job.Progress.Run) switch
    {
        (JobStatus.Timeout, _) => "The agent did not answer in time",
        (JobStatus.Failed, AgentRunStatus.Failed) => job.RunError ?? "The agent failed",
        (JobStatus.Failed, AgentRunStatus.Ignored) => "The agent had nothing to say or was no longer active",
        (JobStatus.Failed, _) => "The question was deleted",
        _ => null,
    };
}

/// <summary>What the agent answered, and how long the job took from its creation on.</summary>
public sealed record JobResult(JobMessage Message, long ProcessingTimeMs)
{
    internal static JobResult Of(JobReply reply, JobView job) => new(
        new JobMessage(reply.Id.Value, reply.Content, job.AgentId.Value, reply.CreatedAt.ToUnixTimeMilliseconds(), new RawJson(reply.Metadata.Json)),
        job.Progress.Milliseconds);
}

/// <summary>The agent's message; <c>CreatedAt</c> is in Unix milliseconds.</summary>
public sealed record JobMessage(Guid Id, string Content, string AuthorId, long CreatedAt, RawJson Metadata);
