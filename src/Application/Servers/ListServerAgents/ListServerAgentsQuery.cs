using Eliza.Application.Agents;
using Eliza.Application.Common;

namespace Eliza.Application.Servers.ListServerAgents;

/// <summary>A page of the agents that belong to a server, in the order in which they joined.</summary>
public sealed record ListServerAgentsQuery(string ServerId, int? Limit, int? Offset) : IQuery<Page<AgentResponse>>, IPagedQuery;
