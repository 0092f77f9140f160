using System.Globalization;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>Names a bucket. One that fills in another time is another one: they could not be told by one number.</summary>
internal readonly record struct BucketKey(string Policy, string Partition, TimeSpan Window)
{
    /// <summary>
    /// The bucket's name among all nodes, as in <c>user/user:ada/60</c>: policy, partition, and the window in seconds. Callers' ids and addresses
    /// are plain ASCII of less than 150 characters, and no two buckets have the same name: neither policies nor numbers contain a slash.
    /// </summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Policy}/{Partition}/{Window.TotalSeconds:0.#######}");

    /// <summary>How much of the bucket is used; only how two compare means anything.</summary>
    public double UsedShare(Int128 debt) => (double)debt / Window.Ticks;
}
