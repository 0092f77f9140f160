using Eliza.Domain.Agents.Events;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Agents;

/// <summary>
/// One agent's work on one message. It is stored in the transaction that stores the message, so that no crash between
/// the two can lose it, and held under a lease while a dispatcher works on it, so that no crash can keep it for good.
/// </summary>
public sealed class AgentRun : AggregateRoot
{
    public const int MaxErrorLength = 500;

    /// <summary>The pauses before the second to the sixth attempt.</summary>
    private static readonly TimeSpan[] Pauses = [.. new[] { 1, 2, 4, 8, 16 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>A waiting run is never due further ahead than this.</summary>
    public static readonly TimeSpan LongestPause = Pauses[^1];

    /// <summary>An agent that fetches its runs never holds one for longer than this without saying so again.</summary>
    public static readonly TimeSpan LongestFetchedLease = TimeSpan.FromHours(1);

    private AgentRun() { }

    public AgentRunId Id { get; private set; }

    /// <summary>The order of all runs; the database gives it at the insert. An agent answers a channel in this order.</summary>
    public long Sequence { get; private set; }

    public ActorId AgentId { get; private set; } = null!;

    public ChannelId ChannelId { get; private set; }

    public MessageId MessageId { get; private set; }

    public AgentRunStatus Status { get; private set; }

    /// <summary>Whether the agent fetches the run from its inbox; dispatchers leave it alone.</summary>
    public bool IsFetched { get; private set; }

    /// <summary>How many times a dispatcher took the run.</summary>
    public int Attempts { get; private set; }

    /// <summary>When a dispatcher may take it: a pending run's next attempt, a running one's end of lease, a deferred one's end of patience.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Made anew by each claim: only who presents it may end the run, so a dispatcher that slept through its lease cannot.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    public MessageId? ReplyId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was first taken; null while nobody has.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The agent and channel whose runs are taken one after the other.</summary>
    public Conversation Conversation => new(AgentId, ChannelId);

    /// <summary>Whether it is still to be answered: pending or running.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether nobody works on it because its agent has promised to answer later.</summary>
    public bool IsDeferred => Status is AgentRunStatus.Running && Lease is null;

    public static AgentRun Queue(ActorId agent, ChannelId channel, MessageId message, DateTimeOffset now, bool isFetched = false)
    {
        var run = new AgentRun
        {
            Id = AgentRunId.New(now),
            AgentId = agent,
            ChannelId = channel,
            MessageId = message,
            Status = AgentRunStatus.Pending,
            IsFetched = isFetched,
            DueAt = now,
            CreatedAt = now,
        };
        run.Raise(new RunQueued(run.Id, agent, channel));
        return run;
    }

    /// <summary>Whether a dispatcher may take the run.</summary>
    public bool IsDue(DateTimeOffset now) => IsOpen && DueAt <= now;

    /// <summary>
    /// Takes the run for <paramref name="leaseTime"/>. A run whose lease ended is taken over, until its attempts are used up; one
    /// that was answered meanwhile is completed instead.
    /// </summary>
    public void Claim(Guid lease, DateTimeOffset now, TimeSpan leaseTime)
    {
        if (!IsDue(now)) throw new InvalidOperationException($"Run {Id} is not due.");
        if (ReplyId is not null)
        {
            Conclude(ReplyId, now);
            return;
        }
        if (IsDeferred) LastError = "The answer that the agent promised did not come in time";
        if (Attempts > Pauses.Length)
        {
            End(AgentRunStatus.Failed, now);
            LastError ??= IsFetched ? "The agent did not complete it in any attempt" : "The server stopped during every attempt";
            return;
        }
        Status = AgentRunStatus.Running;
        StartedAt ??= now;
        Attempts++;
        Lease = lease;
        DueAt = now + leaseTime;
        Raise(new RunStarted(Id, AgentId, ChannelId, MessageId));
    }

    public Result<AgentRun> Complete(Guid lease, MessageId reply, DateTimeOffset now)
    {
        if (!IsHeldBy(lease)) return AgentRunErrors.LeaseLost;
        ReplyId = reply;
        LastError = null;
        return End(AgentRunStatus.Completed, now);
    }

    /// <summary>The agent has nothing to say, or nothing more than it said already.</summary>
    public Result<AgentRun> Ignore(Guid lease, DateTimeOffset now) =>
        IsHeldBy(lease) ? End(ReplyId is null ? AgentRunStatus.Ignored : AgentRunStatus.Completed, now) : AgentRunErrors.LeaseLost;

    /// <summary>
    /// The agent said something by itself, in answer. It may have more to say, so a run that is fetched or under way stays open
    /// with its first reply noted; one that nobody holds any more, because the answer was to come later, is complete.
    /// </summary>
    public void AnswerBy(MessageId reply, DateTimeOffset now)
    {
        if (!IsOpen) return;
        if (IsDeferred) Conclude(reply, now);
        else ReplyId ??= reply;
    }

    /// <summary>Somebody who may says that it is done, whoever holds it. What has ended stays as it is.</summary>
    /// <param name="reply">What the agent said to it, unless that was noted before; null for nothing.</param>
    /// <param name="now">The present time.</param>
    public void Conclude(MessageId? reply, DateTimeOffset now)
    {
        if (!IsOpen) return;
        ReplyId ??= reply;
        LastError = null;
        End(AgentRunStatus.Completed, now);
    }

    /// <summary>Somebody who may says that nothing will come of it, whoever holds it. What has ended stays as it is.</summary>
    public void GiveUp(string reason, DateTimeOffset now)
    {
        if (!IsOpen) return;
        LastError = Shortened(reason);
        End(AgentRunStatus.Failed, now);
    }

    /// <summary>Gives whoever holds the run more time: its agent may think for longer than others.</summary>
    public Result<AgentRun> Extend(Guid lease, DateTimeOffset until)
    {
        if (!IsHeldBy(lease)) return AgentRunErrors.LeaseLost;
        DueAt = until;
        return this;
    }

    /// <summary>
    /// The agent answers later, by itself. When it did not after <paramref name="patience"/>, the next attempt begins. It may have been
    /// quick and answered already.
    /// </summary>
    public Result<AgentRun> Defer(Guid lease, DateTimeOffset now, TimeSpan patience)
    {
        if (!IsHeldBy(lease)) return AgentRunErrors.LeaseLost;
        if (ReplyId is not null) return End(AgentRunStatus.Completed, now);
        Lease = null;
        DueAt = now + patience;
        return this;
    }

    /// <summary>An attempt went wrong: the next one comes after a pause, until there were six.</summary>
    public Result<AgentRun> Fail(Guid lease, string reason, DateTimeOffset now)
    {
        if (!IsHeldBy(lease)) return AgentRunErrors.LeaseLost;
        LastError = Shortened(reason);
        return Attempts > Pauses.Length ? End(AgentRunStatus.Failed, now) : Wait(now + Pauses[Attempts - 1]);
    }

    /// <summary>Gives the run back untried: the server is stopping, which is not the agent's failure.</summary>
    public Result<AgentRun> Release(Guid lease, DateTimeOffset now)
    {
        if (!IsHeldBy(lease)) return AgentRunErrors.LeaseLost;
        Attempts--;
        return Wait(now);
    }

    /// <summary>
    /// Ends the lease of a dispatcher that is known to be gone, so that nobody waits for it to run out. What an agent fetched stays
    /// its own, and a deferred run waits for no dispatcher.
    /// </summary>
    public void Abandon(DateTimeOffset now)
    {
        if (Lease is not null && !IsFetched) Wait(now);
    }

    /// <summary>
    /// Brings a run back that lies further ahead than any pause or lease reaches: the clock was set back since. Its
    /// channel would be silent until the clock has caught up.
    /// </summary>
    public void PullForward(DateTimeOffset now, TimeSpan leaseTime)
    {
        if (Status is AgentRunStatus.Pending && DueAt > now + LongestPause) DueAt = now;
        var longest = IsFetched ? LongestFetchedLease : leaseTime;
        if (Status is AgentRunStatus.Running && DueAt > now + longest) DueAt = now + longest;
    }

    /// <summary>Half a character is none: not every database takes it.</summary>
    private static string Shortened(string reason) =>
        reason.Length <= MaxErrorLength ? reason : reason[..(char.IsHighSurrogate(reason[MaxErrorLength - 1]) ? MaxErrorLength - 1 : MaxErrorLength)];

    private bool IsHeldBy(Guid lease) => Status is AgentRunStatus.Running && Lease == lease;

    private AgentRun Wait(DateTimeOffset until)
    {
        Status = AgentRunStatus.Pending;
        Lease = null;
        DueAt = until;
        return this;
    }

    private AgentRun End(AgentRunStatus status, DateTimeOffset now)
    {
        Status = status;
        Lease = null;
        EndedAt = now;
        Raise(new RunEnded(Id, AgentId, ChannelId, MessageId, status));
        return this;
    }
}
