using System.Globalization;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions;

public static class SessionErrors
{
    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Session.NotFound", ErrorKind.SessionNotFound, "Session not found", $"Session with ID '{id}' does not exist");

    public static Error Expired(SessionId id, DateTimeOffset at) => new(
        "Session.Expired", ErrorKind.SessionExpired, "Session has expired",
        $"Session with ID '{id}' expired at {at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}");

    public static Error MaxDurationReached(SessionId id) => new(
        "Session.MaxDurationReached", ErrorKind.SessionRenewalFailed, "Session cannot be renewed",
        $"Session with ID '{id}' lasts as long as its maximum duration allows already");

    public static Error AgentInactive(ActorId agent) => new(
        "Session.AgentInactive", ErrorKind.Conflict, "Agent is not active", $"Agent '{agent}' is not active and would not answer");

    /// <summary>A timeout that is longer than the longest duration that was chosen earlier.</summary>
    public static Error LongerThanMaxDuration(TimeSpan maxDuration) => Error.Rule(
        "Session.LongerThanMaxDuration", $"must be at most the longest duration, which is {maxDuration.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes");

    /// <summary>A longest duration that is shorter than the timeout which it would belong to.</summary>
    public static Error ShorterThanTimeout(TimeSpan timeout) => Error.Rule(
        "Session.ShorterThanTimeout", $"must be at least the timeout, which is {timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes");
}
