using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.AddAgent;

/// <summary>Brings an agent into a channel. To add one that is there already changes nothing and is no error: start-up scripts do it.</summary>
/// <param name="ChannelId">From the path, as the client wrote it.</param>
public sealed record AddAgentCommand(string ChannelId, string? AgentId) : ICommand<ChannelAgentLink>, IIdempotent;
