using Eliza.Application.Jobs;
using Eliza.Domain.Agents;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Jobs;

/// <summary>Jobs joined with what tells of them; each row is found by the unique indexes of runs and messages.</summary>
internal static class JobRows
{
    /// <summary>All of some jobs. No order is kept.</summary>
    public static IQueryable<Row> Views(ElizaDbContext db, IQueryable<Job> jobs) =>
        from job in jobs.AsNoTracking()
        join asked in db.AgentRuns on new { job.MessageId, job.AgentId } equals new { asked.MessageId, asked.AgentId } into runs
        from run in runs.DefaultIfEmpty()
        join said in db.Messages on job.MessageId equals said.Id into questions
        from question in questions.DefaultIfEmpty()
        join answered in db.Messages on run.ReplyId equals answered.Id into replies
        from reply in replies.DefaultIfEmpty()
        select new Row { Job = job, Run = run, Question = question.Content, Reply = reply };

    /// <summary>How far some jobs are, with as little of each as can be. No order is kept.</summary>
    public static IQueryable<ProgressRow> Progress(ElizaDbContext db, IQueryable<Job> jobs) =>
        from job in jobs.AsNoTracking()
        join asked in db.AgentRuns on new { job.MessageId, job.AgentId } equals new { asked.MessageId, asked.AgentId } into runs
        from run in runs.DefaultIfEmpty()
        select new ProgressRow
        {
            Id = job.Id,
            CreatedAt = job.CreatedAt,
            ExpiresAt = job.ExpiresAt,
            Run = (AgentRunStatus?)run.Status,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
        };

    internal sealed class Row
    {
        public required Job Job { get; init; }

        public AgentRun? Run { get; init; }

        public MessageContent? Question { get; init; }

        public Message? Reply { get; init; }

        public JobView ToView() => new(
            Job.Id, Job.Owner, Job.AgentId, Job.UserId, Job.ChannelId, Job.Metadata,
            new JobProgress(Job.CreatedAt, Job.ExpiresAt, Run?.Status, Run?.StartedAt, Run?.EndedAt),
            Question?.Value,
            Reply is null ? null : new JobReply(Reply.Id, Reply.Content.Value, Reply.Metadata, Reply.CreatedAt),
            Run?.LastError);
    }

    internal sealed class ProgressRow
    {
        public JobId Id { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public AgentRunStatus? Run { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public JobProgress ToProgress() => new(CreatedAt, ExpiresAt, Run, StartedAt, EndedAt);
    }
}
