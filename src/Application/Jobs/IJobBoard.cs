using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;

namespace Eliza.Application.Jobs;

/// <summary>Reads jobs with what became of them: across jobs, runs and messages.</summary>
public interface IJobBoard
{
    Task<JobView?> FindAsync(JobId id, CancellationToken cancellationToken);

    /// <summary>A page, newest first. With a status only the newest <see cref="Window"/> jobs are looked through.</summary>
    Task<JobPage> ListAsync(JobsOf whose, JobStatus? status, DateTimeOffset now, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>How far the newest <see cref="Window"/> jobs are.</summary>
    Task<IReadOnlyList<JobProgress>> ListProgressAsync(JobsOf whose, CancellationToken cancellationToken);

    /// <summary>So many jobs are looked through at most, so that no question costs more, however many there are.</summary>
    const int Window = 10_000;
}

/// <summary>Whose jobs.</summary>
/// <param name="Owner">Who asked for them, as <c>Caller.Id</c> has it; null for everybody.</param>
/// <param name="User">A person, whose jobs are also those that others asked for in that person's name; else null.</param>
public sealed record JobsOf(string? Owner, ActorId? User)
{
    public static readonly JobsOf Everybody = new(null, null);

    /// <summary>What a caller may see.</summary>
    public static JobsOf Seen(Caller caller) => caller.May(Scopes.Admin)
        ? Everybody
        : new JobsOf(caller.Id, caller.Kind is CallerKind.User ? caller.Actor : null);

    /// <summary>Whether the job is one of them.</summary>
    public bool Include(JobView job) => this == Everybody || job.Owner == Owner || job.UserId == User;
}

/// <summary>Some of the jobs, newest first.</summary>
/// <param name="Total">How many jobs there are whatever their status.</param>
/// <param name="Filtered">How many of them have the status that was asked for.</param>
public sealed record JobPage(IReadOnlyList<JobView> Jobs, long Total, long Filtered);

/// <summary>A job with what became of it.</summary>
/// <param name="Prompt">The question; null when it was deleted.</param>
/// <param name="Reply">What the agent said, in time or not; null when it has not.</param>
/// <param name="RunError">Why the last attempt failed.</param>
public sealed record JobView(
    JobId Id, string Owner, ActorId AgentId, ActorId UserId, ChannelId ChannelId, Metadata Metadata, JobProgress Progress,
    string? Prompt, JobReply? Reply, string? RunError);

/// <summary>The agent's answer to a job.</summary>
public sealed record JobReply(MessageId Id, string Content, Metadata Metadata, DateTimeOffset CreatedAt);
