using Eliza.Application.Common;

namespace Eliza.Application.Agents.ListRuns;

/// <summary>A page of an agent's runs, newest first, among its newest 10,000. The agent may see it, and whoever manages agents.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="RoomId">A channel; all when missing.</param>
/// <param name="Status">A state, or the reference's client's word for some; all when missing.</param>
/// <param name="From">Unix milliseconds: queued then or later.</param>
/// <param name="To">Unix milliseconds: queued then or earlier.</param>
public sealed record ListRunsQuery(string AgentId, string? RoomId, string? Status, long? From, long? To, int? Limit, int? Offset)
    : IQuery<RunList>, IPagedQuery;
