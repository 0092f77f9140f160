using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>An agent in a channel: it answers there one message after the other, in their order.</summary>
public sealed record Conversation(ActorId AgentId, ChannelId ChannelId);
