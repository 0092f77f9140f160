using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.MuteAgent;

/// <summary>Mutes an agent in a channel, or lets it speak again. Both ids are from the path.</summary>
/// <param name="IsMuted">Whether it is to be muted.</param>
public sealed record MuteAgentCommand(string ChannelId, string AgentId, bool IsMuted) : ICommand<AgentMuting>, IRepeatable;
