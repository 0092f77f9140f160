namespace Eliza.Application.Feeds;

internal static class SessionTimes
{
    /// <summary>How long until then, in whole milliseconds, never less than nothing.</summary>
    public static long Left(DateTimeOffset end, TimeProvider time) => Math.Max(0, (long)(end - time.GetUtcNow()).TotalMilliseconds);
}
