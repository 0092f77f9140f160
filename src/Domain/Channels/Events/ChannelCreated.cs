using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels.Events;

/// <summary>A channel was opened.</summary>
public sealed record ChannelCreated(ChannelId ChannelId, ServerId ServerId) : IDomainEvent;
