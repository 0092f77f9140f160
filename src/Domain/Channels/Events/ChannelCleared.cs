using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

/// <summary>Messages were taken out of a channel, many at once.</summary>
/// <param name="User">Whose messages they were; null for everybody's.</param>
/// <param name="Count">How many they were.</param>
public sealed record ChannelCleared(ChannelId ChannelId, ActorId? User, long Count) : IDomainEvent;
