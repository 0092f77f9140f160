using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels.Events;

public sealed record ChannelCreated(ChannelId ChannelId, ServerId ServerId) : IDomainEvent;
