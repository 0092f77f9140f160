using System.Text.Json.Serialization;
using Eliza.Application.Common;

namespace Eliza.Application.Agents;

/// <summary>
/// An agent's work on one message, as clients see it. <c>Status</c> is pending, running, completed, failed or ignored;
/// <c>EntityId</c> is who wrote the message; times are in Unix milliseconds, null for what has not come yet.
/// </summary>
public sealed record RunResponse(
    Guid RunId,
    string AgentId,
    string Status,
    int Attempts,
    Guid MessageId,
    Guid ChannelId,
    string EntityId,
    long CreatedAt,
    long? StartedAt,
    long? EndedAt,
    string? Error,
    Guid? ReplyId)
{
    public Guid Id => RunId;

    /// <summary>The channel, as the reference calls it.</summary>
    public Guid RoomId => ChannelId;

    /// <summary>From its first attempt to its end.</summary>
    public long? DurationMs => EndedAt - StartedAt;

    public RunCounts Counts => new(Attempts, Status == "completed" || Error is null ? 0 : 1);

    public RawJson Metadata { get; } = new("{}");

    /// <summary>What happened to it, where it is shown alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunEvent>? Events { get; init; }

    /// <summary>The run with what happened to it.</summary>
    internal RunResponse WithEvents()
    {
        var events = new List<RunEvent>();
        if (StartedAt is { } start) events.Add(new RunEvent("RUN_STARTED", start, new RunEventData(RunId, Status, MessageId, ChannelId, EntityId, start, null, null, null)));
        if (EndedAt is { } end)
            events.Add(new RunEvent("RUN_ENDED", end, new RunEventData(RunId, Status, MessageId, ChannelId, EntityId, StartedAt, end, DurationMs, Error)));
        return this with { Events = events };
    }
}

/// <summary>How often the agent was asked, and whether the last attempt failed; actions and evaluators are the reference's, and none here.</summary>
public sealed record RunCounts(int ModelCalls, int Errors)
{
    public int Actions { get; }

    public int Evaluators { get; }
}

/// <summary>RUN_STARTED or RUN_ENDED, with its moment in Unix milliseconds.</summary>
public sealed record RunEvent(string Type, long Timestamp, RunEventData Data);

/// <summary>The run at that event.</summary>
public sealed record RunEventData(
    Guid RunId, string Status, Guid MessageId, Guid RoomId, string EntityId, long? StartTime, long? EndTime, long? Duration, string? Error);

/// <summary>A page of runs, newest first. <c>Total</c> counts at most the newest 10,000.</summary>
public sealed record RunList(IReadOnlyList<RunResponse> Runs, long Total, bool HasMore, RunPagination Pagination);

/// <summary>Which page a list of runs is.</summary>
public sealed record RunPagination(int Limit, int Offset, long Total);
