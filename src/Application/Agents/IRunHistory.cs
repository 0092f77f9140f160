using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>Reads what agents did and have to do, together with who asked them.</summary>
public interface IRunHistory
{
    /// <summary>How far back a list reaches, so that a search for what there is none of ends.</summary>
    const int MaxReach = 10_000;

    /// <summary>A page of the agent's runs, newest first, among its newest <see cref="MaxReach"/>.</summary>
    Task<RunList> ListAsync(RunFilter filter, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>One run; null when the agent has none of that id.</summary>
    Task<RunResponse?> FindAsync(ActorId agent, AgentRunId id, CancellationToken cancellationToken);
}

/// <summary>Which of an agent's runs.</summary>
/// <param name="ChannelId">Null for all channels.</param>
/// <param name="Statuses">Empty for all.</param>
/// <param name="From">Queued at that moment or later; null for any.</param>
/// <param name="To">Queued at that moment or earlier; null for any.</param>
public sealed record RunFilter(
    ActorId AgentId, ChannelId? ChannelId, IReadOnlyList<AgentRunStatus> Statuses, DateTimeOffset? From, DateTimeOffset? To);
