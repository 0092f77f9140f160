using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Agents.Events;

/// <summary>A run came to its end; the agent's next one in the channel may begin.</summary>
/// <param name="MessageId">What the agent was to answer.</param>
public sealed record RunEnded(AgentRunId RunId, ActorId AgentId, ChannelId ChannelId, MessageId MessageId, AgentRunStatus Status) : IDomainEvent;
