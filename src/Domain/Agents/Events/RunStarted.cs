using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Agents.Events;

/// <summary>Somebody took a run and works on it.</summary>
public sealed record RunStarted(AgentRunId RunId, ActorId AgentId, ChannelId ChannelId, MessageId MessageId) : IDomainEvent;
