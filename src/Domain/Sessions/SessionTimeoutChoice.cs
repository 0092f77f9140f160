namespace Eliza.Domain.Sessions;

/// <summary>What somebody says of how long a session lasts; what is null is left to who has less to say.</summary>
public sealed record SessionTimeoutChoice(TimeSpan? Timeout, TimeSpan? MaxDuration, TimeSpan? WarningThreshold, bool? AutoRenew)
{
    public static readonly SessionTimeoutChoice None = new(null, null, null, null);

    /// <summary>What clients write, in minutes and parts of minutes; kept to the millisecond. The numbers were checked before.</summary>
    public static SessionTimeoutChoice OfMinutes(double? timeout, double? maxDuration, double? warningThreshold, bool? autoRenew) =>
        new(Span(timeout), Span(maxDuration), Span(warningThreshold), autoRenew);

    /// <summary>This choice, with an earlier one where it says nothing.</summary>
    public SessionTimeoutChoice Over(SessionTimeoutChoice before) => new(
        Timeout ?? before.Timeout, MaxDuration ?? before.MaxDuration, WarningThreshold ?? before.WarningThreshold, AutoRenew ?? before.AutoRenew);

    private static TimeSpan? Span(double? minutes) => minutes is null ? null : TimeSpan.FromMilliseconds(Math.Round(minutes.Value * 60_000));
}
