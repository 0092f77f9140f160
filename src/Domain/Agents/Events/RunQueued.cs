using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents.Events;

/// <summary>An agent is to answer a message.</summary>
public sealed record RunQueued(AgentRunId RunId, ActorId AgentId, ChannelId ChannelId) : IDomainEvent;
