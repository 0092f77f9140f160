using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>A run came to its end; the agent's next one in the channel may begin.</summary>
public sealed record RunEnded(AgentRunId RunId, ActorId AgentId, ChannelId ChannelId, AgentRunStatus Status) : IDomainEvent;
