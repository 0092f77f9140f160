using Eliza.Application.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>A session as clients see it; times are in ISO 8601.</summary>
/// <param name="ChannelId">The channel behind it, where its messages are.</param>
/// <param name="LastActivity">The last message, heartbeat or renewal.</param>
/// <param name="RenewalCount">How often its time began anew.</param>
/// <param name="TimeRemaining">Milliseconds until it ends.</param>
/// <param name="IsNearExpiration">Whether its end is within the warning threshold.</param>
public sealed record SessionResponse(
    Guid SessionId,
    Guid ChannelId,
    string AgentId,
    string UserId,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastActivity,
    RawJson Metadata,
    DateTimeOffset ExpiresAt,
    SessionTimeoutConfig TimeoutConfig,
    int RenewalCount,
    long TimeRemaining,
    bool IsNearExpiration)
{
    /// <summary>The session as it stands at that time.</summary>
    internal static SessionResponse Of(Session session, DateTimeOffset now) => new(
        session.Id.Value, session.ChannelId.Value, session.AgentId.Value, session.UserId.Value, session.CreatedAt, session.LastActivityAt,
        new RawJson(session.Metadata.Json), session.ExpiresAt, SessionTimeoutConfig.Of(session.Timeouts), session.RenewalCount,
        (long)session.TimeLeft(now).TotalMilliseconds, session.IsNearEnd(now));
}

/// <summary>How long a session lasts, in minutes.</summary>
/// <param name="TimeoutMinutes">From the last activity on.</param>
/// <param name="AutoRenew">Whether messages and heartbeats count as activity that renews it.</param>
/// <param name="MaxDurationMinutes">From its creation on, whatever happens.</param>
/// <param name="WarningThresholdMinutes">So long before its end it counts as near it.</param>
public sealed record SessionTimeoutConfig(double TimeoutMinutes, bool AutoRenew, double MaxDurationMinutes, double WarningThresholdMinutes)
{
    internal static SessionTimeoutConfig Of(SessionTimeouts timeouts) => new(
        timeouts.Timeout.TotalMinutes, timeouts.AutoRenew, timeouts.MaxDuration.TotalMinutes, timeouts.WarningThreshold.TotalMinutes);
}
