using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// Tells clients how much they have left: in the customary <c>X-RateLimit-*</c> of the bucket closest to empty, and for all
/// buckets that apply in the fields of draft-ietf-httpapi-ratelimit-headers-11, which are structured-field lists.
/// </summary>
internal static class RateLimitHeaders
{
    private const string Limit = "X-RateLimit-Limit";
    private const string Remaining = "X-RateLimit-Remaining";
    private const string Reset = "X-RateLimit-Reset";
    private const string Policies = "RateLimit-Policy";
    private const string Limits = "RateLimit";

    /// <param name="headers">Where to write them.</param>
    /// <param name="buckets">Those that apply to the request, at least one.</param>
    /// <param name="now">The moment of the answer.</param>
    /// <param name="isRefused">Whether the answer is a 429.</param>
    public static void Write(IHeaderDictionary headers, IReadOnlyList<BucketView> buckets, DateTimeOffset now, bool isRefused)
    {
        var closest = ClosestToEmpty(buckets);
        headers[Limit] = Text(closest.Limit.Permits);
        headers[Remaining] = Text(closest.State.Remaining);
        headers[Reset] = Text(Seconds(now - DateTimeOffset.UnixEpoch + closest.State.UntilFull));
        headers[Policies] = string.Join(", ", buckets.Select(PolicyOf));
        headers[Limits] = string.Join(", ", buckets.Select(LimitOf));

        // The longest of all waits: whoever keeps it is refused by none of them.
        if (isRefused) headers[HeaderNames.RetryAfter] = Text(Math.Max(1, Seconds(buckets.Max(bucket => bucket.State.UntilNext))));
    }

    /// <summary>By the share that is left; of two that are equal in that, the one with fewer requests, then the one that takes longer to have one.</summary>
    private static BucketView ClosestToEmpty(IReadOnlyList<BucketView> buckets) => buckets
        .OrderBy(bucket => bucket.Share).ThenBy(bucket => bucket.State.Remaining).ThenByDescending(bucket => bucket.State.UntilNext)
        .First();

    private static string PolicyOf(BucketView bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{bucket.Limit.Policy}\";q={bucket.Limit.Permits};w={Seconds(bucket.Limit.Window)}");

    /// <summary>
    /// The draft's <c>t</c> is the time in which a client can use no more than <c>r</c>: until the bucket has one more, and
    /// not until it is full, which would contradict <c>Retry-After</c>. A full bucket never has one more, so it tells none.
    /// </summary>
    private static string LimitOf(BucketView bucket)
    {
        var limit = string.Create(CultureInfo.InvariantCulture, $"\"{bucket.Limit.Policy}\";r={bucket.State.Remaining}");
        return bucket.UntilOneMore is { } time ? $"{limit};t={Text(Seconds(time))}" : limit;
    }

    private static long Seconds(TimeSpan time) => (time.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
