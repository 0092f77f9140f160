using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels.Events;

/// <summary>A channel was deleted, with all that was said in it.</summary>
public sealed record ChannelDeleted(ChannelId ChannelId, ServerId ServerId) : IDomainEvent;
