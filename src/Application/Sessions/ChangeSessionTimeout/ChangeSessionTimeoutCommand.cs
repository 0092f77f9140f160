using Eliza.Application.Common;

namespace Eliza.Application.Sessions.ChangeSessionTimeout;

/// <summary>Changes how long a session lasts; what is missing stays as it is.</summary>
/// <inheritdoc cref="SessionTimeoutInput"/>
public sealed record ChangeSessionTimeoutCommand(
    string SessionId, double? TimeoutMinutes, bool? AutoRenew, double? MaxDurationMinutes, double? WarningThresholdMinutes)
    : SessionTimeoutInput(TimeoutMinutes, AutoRenew, MaxDurationMinutes, WarningThresholdMinutes), ICommand<SessionResponse>;
