using System.Globalization;
using Eliza.Domain.Sessions;
using Microsoft.Extensions.Configuration;

namespace Eliza.Infrastructure.Sessions;

/// <summary>The section <c>Sessions</c> of the configuration, in minutes and parts of minutes unless a name says otherwise.</summary>
internal sealed class SessionsOptions
{
    public const string Section = "Sessions";
    public const double MostMinutes = 10_080;
    public const int MaxReplyTimeoutSeconds = 120;

    /// <summary>How long a session lasts after its last activity, unless it or its agent says.</summary>
    public double DefaultTimeoutMinutes { get; set; } = 30;

    public double MinTimeoutMinutes { get; set; } = 5;

    public double MaxTimeoutMinutes { get; set; } = 1440;

    /// <summary>How long a session lasts at most, unless it or its agent says.</summary>
    public double MaxDurationMinutes { get; set; } = 720;

    public double WarningThresholdMinutes { get; set; } = 5;

    /// <summary>How long at most between two sweeps; what is known to be due is swept when it is.</summary>
    public double CleanupIntervalMinutes { get; set; } = 5;

    /// <summary>
    /// How long who sends a message over http or sse waits for the agent: a little less than the 30 seconds after which the
    /// reference's client gives up.
    /// </summary>
    public int ReplyTimeoutSeconds { get; set; } = 25;

    /// <summary>Takes what the section does not say from the names that the reference gives the same in the environment.</summary>
    public void ReadReferenceNames(IConfiguration configuration)
    {
        DefaultTimeoutMinutes = Of(configuration, nameof(DefaultTimeoutMinutes), "SESSION_DEFAULT_TIMEOUT_MINUTES") ?? DefaultTimeoutMinutes;
        MinTimeoutMinutes = Of(configuration, nameof(MinTimeoutMinutes), "SESSION_MIN_TIMEOUT_MINUTES") ?? MinTimeoutMinutes;
        MaxTimeoutMinutes = Of(configuration, nameof(MaxTimeoutMinutes), "SESSION_MAX_TIMEOUT_MINUTES") ?? MaxTimeoutMinutes;
        MaxDurationMinutes = Of(configuration, nameof(MaxDurationMinutes), "SESSION_MAX_DURATION_MINUTES") ?? MaxDurationMinutes;
        WarningThresholdMinutes = Of(configuration, nameof(WarningThresholdMinutes), "SESSION_WARNING_THRESHOLD_MINUTES") ?? WarningThresholdMinutes;
        CleanupIntervalMinutes = Of(configuration, nameof(CleanupIntervalMinutes), "SESSION_CLEANUP_INTERVAL_MINUTES") ?? CleanupIntervalMinutes;
    }

    public SessionPolicy ToPolicy()
    {
        var defaults = SessionTimeoutChoice.OfMinutes(DefaultTimeoutMinutes, MaxDurationMinutes, WarningThresholdMinutes, autoRenew: true);
        var limits = SessionTimeoutChoice.OfMinutes(MinTimeoutMinutes, MaxTimeoutMinutes, null, null);
        return new SessionPolicy(
            new SessionTimeouts(defaults.Timeout!.Value, defaults.MaxDuration!.Value, defaults.WarningThreshold!.Value, AutoRenew: true),
            limits.Timeout!.Value, limits.MaxDuration!.Value);
    }

    /// <summary>Null when the reference's name is not used; what is no number is none that any check lets pass.</summary>
    private static double? Of(IConfiguration configuration, string name, string reference) =>
        configuration[$"{Section}:{name}"] is null && configuration[reference] is { } text
            ? double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) ? minutes : double.NaN
            : null;
}
