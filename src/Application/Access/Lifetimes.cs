using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>How long credentials may be valid.</summary>
internal static class Lifetimes
{
    public const long DefaultTokenSeconds = 3600;

    private const long MaxKeySeconds = 10L * 365 * 86400;
    private const long MaxTokenSeconds = 86400;

    public static Result<long> OfKey(long seconds) => From1To(MaxKeySeconds, seconds);

    public static Result<long> OfToken(long seconds) => From1To(MaxTokenSeconds, seconds);

    private static Result<long> From1To(long max, long seconds) =>
        seconds >= 1 && seconds <= max ? seconds : Error.Rule("Access.InvalidLifetime", $"must be from 1 to {max}");
}
