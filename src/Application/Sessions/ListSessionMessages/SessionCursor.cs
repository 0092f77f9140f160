using System.Globalization;
using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Sessions.ListSessionMessages;

/// <summary>A place in a session as a client names it; in Unix milliseconds, as the stamps of its messages are.</summary>
/// <remarks>
/// A number is never taken for seconds: a cursor means what it meant when an answer gave it. Nor does a time without milliseconds
/// last a second: who names the time of the newest message that it knows, however roughly, is to miss nothing behind it.
/// </remarks>
internal static class SessionCursor
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static readonly Error Invalid = Error.Rule("Session.InvalidCursor", "must be a time in Unix milliseconds or in ISO 8601");

    public static Result<long> Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number <= Latest ? number : Invalid;
        return Moment.OfIso(text) is { } moment ? Math.Max(0, moment.FirstMillisecond) : Invalid;
    }
}
