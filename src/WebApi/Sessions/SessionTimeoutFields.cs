using Eliza.Application.Sessions;

namespace Eliza.WebApi.Sessions;

/// <summary>How long a session lasts, in minutes; parts of minutes are allowed.</summary>
public class SessionTimeoutFields
{
    /// <summary>From the last activity on: 5 to 1440, unless the server is configured otherwise.</summary>
    public double? TimeoutMinutes { get; init; }

    /// <summary>Whether messages and heartbeats begin its time anew.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>From its creation on, whatever happens: at least the timeout, at most 2880, unless the server is configured otherwise.</summary>
    public double? MaxDurationMinutes { get; init; }

    /// <summary>So long before its end it counts as near it: 1 or more.</summary>
    public double? WarningThresholdMinutes { get; init; }

    internal SessionTimeoutInput ToInput() => new(TimeoutMinutes, AutoRenew, MaxDurationMinutes, WarningThresholdMinutes);
}
