namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>
/// Plays the part of the original's HASH function, which let a line's last word decide among the memory remarks. This is 32-bit FNV-1a
/// over the word's UTF-16 code units, low byte first, its halves folded together: the same on every machine and in every process, which
/// <see cref="string.GetHashCode()"/> is not.
/// </summary>
internal static class StableHash
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A number from 0 to <paramref name="buckets"/> − 1.</summary>
    public static int Bucket(string word, int buckets)
    {
        var hash = OffsetBasis;
        foreach (var unit in word)
        {
            hash = unchecked((hash ^ (byte)unit) * Prime);
            hash = unchecked((hash ^ (byte)(unit >> 8)) * Prime);
        }
        return (int)((hash ^ (hash >> 16)) % (uint)buckets);
    }
}
