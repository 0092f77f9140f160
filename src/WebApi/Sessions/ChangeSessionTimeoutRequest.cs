using Eliza.Application.Sessions.ChangeSessionTimeout;

namespace Eliza.WebApi.Sessions;

/// <summary>How long a session lasts from now on, in minutes; what is missing stays as it is.</summary>
public sealed class ChangeSessionTimeoutRequest : SessionTimeoutFields
{
    internal ChangeSessionTimeoutCommand ToCommand(string sessionId) =>
        new(sessionId, TimeoutMinutes, AutoRenew, MaxDurationMinutes, WarningThresholdMinutes);
}
