using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>What <see cref="TokenBuckets"/> answers. Nothing comes back when it is disposed: a request is used up, not borrowed.</summary>
/// <param name="retryAfter">How long until there is enough; null when it was taken.</param>
internal sealed class BucketLease(TimeSpan? retryAfter) : RateLimitLease
{
    public static readonly BucketLease Taken = new(retryAfter: null);

    public override bool IsAcquired => retryAfter is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
        return metadata is not null;
    }
}
