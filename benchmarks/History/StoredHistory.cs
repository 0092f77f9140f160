using Eliza.Benchmarks.Common.Loading;

namespace Eliza.Benchmarks.History;

/// <summary>The messages of one channel, oldest first.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Ids">Their ids.</param>
internal sealed record StoredHistory(Guid Channel, IReadOnlyList<Guid> Ids)
{
    public const int PageSize = 50;
    public const int MinMessages = 10 * PageSize;

    /// <summary>So many places that no page is asked for often.</summary>
    private const int MaxCursors = 20_000;

    public Targets TheChannel => new([Channel]);

    /// <summary>Random messages from the middle fifth.</summary>
    public Targets MiddleCursors => CursorsFrom(Ids.Count * 2 / 5);

    /// <summary>Random messages from the oldest fifth, each with a full page before it.</summary>
    public Targets OldestCursors => CursorsFrom(PageSize);

    private Targets CursorsFrom(int first)
    {
        var (random, count) = (new Random(), Ids.Count / 5);
        return new Targets([.. Enumerable.Range(0, Math.Min(count, MaxCursors)).Select(_ => Ids[first + random.Next(count)])]);
    }
}
