using Eliza.Application.Common;

namespace Eliza.Application.Agents.ListAgentGrants;

/// <summary>A page of the people in whose name an agent may post. Whoever manages agents may see it, and the agent; a person sees its own grant.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record ListAgentGrantsQuery(string AgentId, int? Limit, int? Offset) : IQuery<Page<AgentGrantResponse>>, IPagedQuery;
