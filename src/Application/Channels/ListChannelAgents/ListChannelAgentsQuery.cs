using Eliza.Application.Agents;
using Eliza.Application.Common;

namespace Eliza.Application.Channels.ListChannelAgents;

/// <summary>A page of the agents in a channel, in the order in which they joined.</summary>
public sealed record ListChannelAgentsQuery(string ChannelId, int? Limit, int? Offset) : IQuery<Page<AgentResponse>>, IPagedQuery;
