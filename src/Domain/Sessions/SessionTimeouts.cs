namespace Eliza.Domain.Sessions;

/// <summary>How long a session lasts.</summary>
/// <param name="Timeout">So long after the last activity it ends.</param>
/// <param name="MaxDuration">So long after its creation it ends, whatever happens; never less than the timeout.</param>
/// <param name="WarningThreshold">So long before its end it is near it.</param>
/// <param name="AutoRenew">Whether messages and heartbeats renew it; if not, only who asks for it does.</param>
public sealed record SessionTimeouts(TimeSpan Timeout, TimeSpan MaxDuration, TimeSpan WarningThreshold, bool AutoRenew)
{
    /// <summary>
    /// The same with what somebody chose in its place. Where the longest duration was not chosen, it gives way to a timeout
    /// that is longer.
    /// </summary>
    public SessionTimeouts With(SessionTimeoutChoice choice)
    {
        var timeout = choice.Timeout ?? Timeout;
        var maxDuration = choice.MaxDuration ?? MaxDuration;
        return new SessionTimeouts(
            timeout, maxDuration > timeout ? maxDuration : timeout, choice.WarningThreshold ?? WarningThreshold, choice.AutoRenew ?? AutoRenew);
    }
}
