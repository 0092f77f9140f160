using System.Globalization;
using System.Text.Json;
using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>A time as clients write it: as exact as they wrote it, it lasts a millisecond, a second, a minute or a day.</summary>
/// <param name="Start">The first instant of the moment.</param>
/// <param name="End">The first instant behind it.</param>
internal sealed record Moment(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Numbers from here on are milliseconds; as seconds they would lie beyond the year 5000.</summary>
    private const long LeastMilliseconds = 100_000_000_000;

    private static readonly long MaxMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 1;

    private static readonly Error Invalid = Error.Rule("Moment.Invalid", "must be a time in Unix seconds or milliseconds, or in ISO 8601");

    private static readonly (string Format, TimeSpan Length)[] Iso =
    [
        ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", TimeSpan.FromMilliseconds(1)),
        ("yyyy-MM-dd'T'HH:mm:ssK", TimeSpan.FromSeconds(1)),
        ("yyyy-MM-dd'T'HH:mmK", TimeSpan.FromMinutes(1)),
        ("yyyy-MM-dd", TimeSpan.FromDays(1)),
    ];

    /// <summary>Its first millisecond, in Unix time.</summary>
    public long FirstMillisecond => Start.ToUnixTimeMilliseconds();

    /// <summary>Its last millisecond, in Unix time.</summary>
    public long LastMillisecond => End.ToUnixTimeMilliseconds() - 1;

    /// <summary>A number of Unix seconds or milliseconds, as a number or as text, or a time in ISO 8601, in UTC unless it says otherwise.</summary>
    public static Result<Moment> Parse(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => Of(number) is { } moment ? moment : Invalid,
        JsonValueKind.String => (OfNumber(value.GetString()!) ?? OfIso(value.GetString()!)) is { } moment ? moment : Invalid,
        _ => Invalid,
    };

    /// <summary>The second or millisecond of that number; null when there is no such time.</summary>
    public static Moment? OfNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Of(number) : null;

    /// <summary>The millisecond, second, minute or day that the text names in ISO 8601; null when it names none.</summary>
    public static Moment? OfIso(string text)
    {
        foreach (var (format, length) in Iso)
        {
            if (!DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)) continue;
            if (format.Contains('F') && !text.Contains('.')) continue;
            return new Moment(start, start < DateTimeOffset.MaxValue - length ? start + length : DateTimeOffset.MaxValue);
        }
        return null;
    }

    private static Moment? Of(long number) => number switch
    {
        < 0 => null,
        < LeastMilliseconds => new Moment(DateTimeOffset.FromUnixTimeSeconds(number), DateTimeOffset.FromUnixTimeSeconds(number + 1)),
        _ when number <= MaxMilliseconds => new Moment(DateTimeOffset.FromUnixTimeMilliseconds(number), DateTimeOffset.FromUnixTimeMilliseconds(number + 1)),
        _ => null,
    };
}
