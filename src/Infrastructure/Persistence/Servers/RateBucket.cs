namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>A bucket of requests that nodes share.</summary>
internal sealed class RateBucket
{
    public const int MaxKeyLength = 300;

    /// <summary>Whose it is: policy, partition and window.</summary>
    public required string Key { get; init; }

    /// <summary>When it will be full, in ticks of 100 ns (<see cref="DateTimeOffset.UtcTicks"/>); once that is past the row is worth nothing.</summary>
    public long FullAt { get; init; }
}
