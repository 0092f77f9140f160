using Eliza.Application.Feeds;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>A channel's history in memory, read in pages of three; stamps have gaps.</summary>
internal sealed class FakeChannelLog
{
    private const int PageSize = 3;

    private readonly Lock _lock = new();
    private readonly List<FeedEntry> _entries = [];
    private int _failures;

    public bool IsGone { get; set; }

    public long Head
    {
        get
        {
            lock (_lock) return _entries.Count == 0 ? 0 : _entries[^1].Stamp;
        }
    }

    public IReadOnlyList<long> Stamps
    {
        get
        {
            lock (_lock) return [.. _entries.Select(entry => entry.Stamp)];
        }
    }

    public FeedEntry Add(ActorId? left = null, bool isPrivate = false)
    {
        lock (_lock)
        {
            var stamp = (_entries.Count == 0 ? 0 : _entries[^1].Stamp) + 1 + (_entries.Count % 3);
            var entry = new FeedEntry(stamp, new FeedEvent("entry", stamp, stamp)) { Left = left, IsPrivate = isPrivate };
            _entries.Add(entry);
            return entry;
        }
    }

    /// <summary>The next reads fail, that many.</summary>
    public void Fail(int times = 1) => Interlocked.Add(ref _failures, times);

    public async Task<FeedPage?> ReadAsync(long after)
    {
        await Task.Yield();
        if (Interlocked.Decrement(ref _failures) >= 0) throw new InvalidOperationException("The database is away.");
        Interlocked.Increment(ref _failures);
        if (IsGone) return null;
        lock (_lock)
        {
            FeedEntry[] entries = [.. _entries.Where(entry => entry.Stamp > after).Take(PageSize)];
            return new FeedPage(entries, entries.Length > 0 ? entries[^1].Stamp : after, entries.Length == PageSize);
        }
    }
}
