using Eliza.Application.Common;

namespace Eliza.Application.Servers.ListServerAgentIds;

/// <summary>The same page as bare ids, as the reference's published client reads it.</summary>
public sealed record ListServerAgentIdsQuery(string ServerId, int? Limit, int? Offset) : IQuery<ServerAgentIds>, IPagedQuery;

/// <summary>A page of the ids of the agents that belong to a server.</summary>
public sealed record ServerAgentIds(Guid MessageServerId, IReadOnlyList<string> Agents, PagePlace Pagination);
