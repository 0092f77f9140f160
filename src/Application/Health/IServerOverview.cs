using Eliza.Application.Common;

namespace Eliza.Application.Health;

/// <summary>What there is on the server, for its operator's eye: the oldest of each, as many as a page may hold.</summary>
public interface IServerOverview
{
    const int MaxItems = Paging.MaxLimit;

    Task<IReadOnlyList<ServerSummary>> ListServersAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<AgentSummary>> ListAgentsAsync(CancellationToken cancellationToken);

    Task<AgentCounts> CountAgentsAsync(CancellationToken cancellationToken);
}

/// <summary>A server, and the ids of its agents.</summary>
public sealed record ServerSummary(Guid Id, string Name, string Status, IReadOnlyList<string> Agents);

/// <summary>An agent: <c>Status</c> is active or inactive.</summary>
public sealed record AgentSummary(string Id, string Name, string Status);

/// <summary>How many agents there are.</summary>
public sealed record AgentCounts(int Total, int Active, int Inactive);
