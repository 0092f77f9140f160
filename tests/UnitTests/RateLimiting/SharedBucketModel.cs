using System.Numerics;
using Eliza.Application.RateLimiting;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>One bucket of which nodes take, with all takes known at once: what it owes, and how much of that each node was not told of.</summary>
internal sealed class SharedBucketModel(RateLimit limit, int nodes)
{
    private readonly List<(int Node, int Count)> _takes = [];
    private readonly HashSet<int> _told = [];
    private readonly HashSet<int>[] _known = [.. Enumerable.Range(0, nodes).Select(_ => new HashSet<int>())];

    /// <summary>In parts of a tick: as many as there are permits, so it is exact.</summary>
    private BigInteger _debt;
    private int _tells;

    /// <summary>In how many ticks the bucket is full again.</summary>
    public long Debt => (long)(_debt / limit.Permits);

    /// <summary>Up to a tick each time that somebody tells, and one for the division.</summary>
    public long Rounding => _tells + 1;

    /// <summary>How many ticks it takes to refill what others took and that node does not know of.</summary>
    public long UnknownTo(int node) => (long)((BigInteger)limit.Window.Ticks
        * _takes.Where((take, index) => take.Node != node && !_known[node].Contains(index)).Sum(take => take.Count) / limit.Permits);

    public void Take(int node, int count)
    {
        _takes.Add((node, count));
        _debt += (BigInteger)limit.Window.Ticks * count;
    }

    /// <summary>The node tells all that it took, and hears what others have told.</summary>
    public void Tell(int node)
    {
        _tells++;
        _told.UnionWith(Enumerable.Range(0, _takes.Count).Where(index => _takes[index].Node == node));
        _known[node].UnionWith(_told);
    }

    public void Wait(TimeSpan time) => _debt = BigInteger.Max(BigInteger.Zero, _debt - (BigInteger)time.Ticks * limit.Permits);
}
