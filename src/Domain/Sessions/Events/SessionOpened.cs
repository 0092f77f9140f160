using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

public sealed record SessionOpened(SessionId SessionId, ChannelId ChannelId) : IDomainEvent;
