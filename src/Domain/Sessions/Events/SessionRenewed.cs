using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session's time began anew.</summary>
/// <param name="RenewalCount">For how many times by now.</param>
public sealed record SessionRenewed(SessionId SessionId, ChannelId ChannelId, DateTimeOffset ExpiresAt, int RenewalCount) : IDomainEvent;
