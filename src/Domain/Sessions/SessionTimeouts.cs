namespace Eliza.Domain.Sessions;

/// <summary>How long a session lasts.</summary>
/// <param name="Timeout">So long after the last activity it ends.</param>
/// <param name="MaxDuration">So long after its creation it ends, whatever happens; never less than the timeout.</param>
/// <param name="WarningThreshold">So long before its end it is near it.</param>
/// <param name="AutoRenew">Whether messages and heartbeats renew it; if not, only who asks for it does.</param>
public sealed record SessionTimeouts(TimeSpan Timeout, TimeSpan MaxDuration, TimeSpan WarningThreshold, bool AutoRenew)
{
    /// <summary>Whether somebody chose the longest duration, rather than leave it to the server.</summary>
    public bool IsMaxDurationChosen { get; init; }

    /// <summary>Whether they go together: a timeout longer than the longest duration means nothing.</summary>
    public bool IsConsistent => Timeout <= MaxDuration;

    /// <summary>The same with what somebody chose in its place. A longest duration that nobody chose gives way to a timeout that is longer.</summary>
    public SessionTimeouts With(SessionTimeoutChoice choice)
    {
        var timeout = choice.Timeout ?? Timeout;
        var isChosen = IsMaxDurationChosen || choice.MaxDuration is not null;
        var maxDuration = choice.MaxDuration ?? MaxDuration;
        return new SessionTimeouts(
            timeout, !isChosen && maxDuration < timeout ? timeout : maxDuration, choice.WarningThreshold ?? WarningThreshold, choice.AutoRenew ?? AutoRenew)
        {
            IsMaxDurationChosen = isChosen,
        };
    }
}
