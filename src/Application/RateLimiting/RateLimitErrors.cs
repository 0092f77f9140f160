using System.Globalization;
using Eliza.Domain.Common;

namespace Eliza.Application.RateLimiting;

public static class RateLimitErrors
{
    /// <summary>The bucket is empty. When there is something in it again, the transport says in <c>Retry-After</c>.</summary>
    public static Error Exceeded(RateLimit limit) => new(
        "RateLimit.Exceeded",
        ErrorKind.RateLimited,
        "Rate limit exceeded",
        $"The {limit.Policy} limit of {limit.Permits} {(limit.Permits == 1 ? "request" : "requests")} per {WordsFor(limit.Window)} is used up; "
        + "Retry-After says in how many seconds to try again");

    private static string WordsFor(TimeSpan window) =>
        window == TimeSpan.FromMinutes(1) ? "minute"
        : window == TimeSpan.FromHours(1) ? "hour"
        : string.Create(CultureInfo.InvariantCulture, $"{window.TotalSeconds:0.###} seconds");
}
