using Eliza.Application.Common;

namespace Eliza.Application.Agents.ListAgents;

/// <summary>A page of all agents, oldest first.</summary>
public sealed record ListAgentsQuery(int? Limit, int? Offset) : IQuery<Page<AgentResponse>>, IPagedQuery;
