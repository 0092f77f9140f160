using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>What comes of a client's choice, over what counted before it.</summary>
internal static class SessionTiming
{
    /// <param name="before">The session's times so far; for a new one, those of its agent and the server.</param>
    /// <param name="choice">What the client says; each number keeps its own limits.</param>
    /// <param name="path">Where the client says it, for the failure; empty for the body itself.</param>
    public static Result<SessionTimeouts> With(this SessionTimeouts before, SessionTimeoutInput? choice, string path)
    {
        if (choice?.ToChoice() is not { } chosen) return before;
        var after = before.With(chosen);
        if (after.IsConsistent) return after;
        return chosen.MaxDuration is null
            ? CommonErrors.Invalid($"{path}{nameof(choice.TimeoutMinutes)}", SessionErrors.LongerThanMaxDuration(after.MaxDuration))
            : CommonErrors.Invalid($"{path}{nameof(choice.MaxDurationMinutes)}", SessionErrors.ShorterThanTimeout(after.Timeout));
    }
}
