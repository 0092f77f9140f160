using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels.Events;

/// <summary>What a channel says of itself was changed.</summary>
public sealed record ChannelUpdated(ChannelId ChannelId, ServerId ServerId) : IDomainEvent;
