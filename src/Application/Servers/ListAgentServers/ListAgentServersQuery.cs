using Eliza.Application.Common;

namespace Eliza.Application.Servers.ListAgentServers;

/// <summary>A page of the servers that an agent belongs to, in the order in which it joined them.</summary>
public sealed record ListAgentServersQuery(string AgentId, int? Limit, int? Offset) : IQuery<AgentServerIds>, IPagedQuery;

/// <summary>A page of the ids of the servers that an agent belongs to.</summary>
public sealed record AgentServerIds(string AgentId, IReadOnlyList<Guid> MessageServers, PagePlace Pagination);
