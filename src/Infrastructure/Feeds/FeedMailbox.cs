using Eliza.Application.Agents;

namespace Eliza.Infrastructure.Feeds;

/// <summary>What a feed is to do next, left there by whoever rings: from any thread, at any time, without waiting for the work to be done.</summary>
internal sealed class FeedMailbox
{
    /// <summary>What is told in passing beyond this many is not told: the history waits for the database, and only that must not be lost.</summary>
    internal const int MostNotices = 10_000;

    private readonly Lock _lock = new();
    private readonly List<FeedNewcomer> _newcomers = [];
    private readonly List<FeedNotice> _notices = [];
    private readonly HashSet<Question> _written = [];
    private bool _hasMore;
    private bool _isAtWork;
    private bool _isClosed;

    /// <summary>Whether work stopped in the middle, because something failed.</summary>
    public bool IsStuck
    {
        get
        {
            lock (_lock) return _hasMore && !_isAtWork;
        }
    }

    /// <summary>How many notices there are.</summary>
    public int Notices
    {
        get
        {
            lock (_lock) return _notices.Count;
        }
    }

    /// <summary>Whether the newcomer will be looked at: not when the feed is closed.</summary>
    public bool TryPut(FeedNewcomer newcomer)
    {
        lock (_lock)
        {
            if (!_isClosed) _newcomers.Add(newcomer);
            return !_isClosed;
        }
    }

    /// <summary>It does not wait any more.</summary>
    public void Withdraw(FeedNewcomer newcomer)
    {
        lock (_lock) _newcomers.Remove(newcomer);
    }

    /// <summary>There may be more in the history.</summary>
    public void PutMore()
    {
        lock (_lock) _hasMore = true;
    }

    /// <summary>
    /// That a session is over is not left out when it is told, for it is told once; what the sweep finds (that too, and that work is over) it finds
    /// again.
    /// </summary>
    public void Put(FeedNotice notice)
    {
        lock (_lock)
        {
            if (_notices.Count < MostNotices || notice is FeedNotice.Told { Ended: not null }) _notices.Add(notice);
        }
    }

    /// <summary>An agent wrote on.</summary>
    public void Put(Question question)
    {
        lock (_lock) _written.Add(question);
    }

    /// <summary>Whether the one who asks is to do the work: nobody is at it.</summary>
    public bool TryBegin()
    {
        lock (_lock)
        {
            if (_isAtWork) return false;
            return _isAtWork = true;
        }
    }

    /// <summary>Whether there is more to do; if not, nobody is at work any more.</summary>
    public bool GoOn()
    {
        lock (_lock) return _isAtWork = _hasMore || _newcomers.Count > 0 || _notices.Count > 0 || _written.Count > 0;
    }

    /// <summary>The work failed: it is to be begun again, later.</summary>
    public void Stop()
    {
        lock (_lock) (_hasMore, _isAtWork) = (true, false);
    }

    /// <summary>Whether there may be more in the history.</summary>
    public bool TakeMore()
    {
        lock (_lock)
        {
            var hadMore = _hasMore;
            _hasMore = false;
            return hadMore;
        }
    }

    public IReadOnlyList<FeedNotice> TakeNotices(int count)
    {
        lock (_lock)
        {
            FeedNotice[] taken = [.. _notices.Take(count)];
            _notices.RemoveRange(0, count);
            return taken;
        }
    }

    public IReadOnlyList<Question> TakeWritten()
    {
        lock (_lock)
        {
            if (_written.Count == 0) return [];
            Question[] taken = [.. _written];
            _written.Clear();
            return taken;
        }
    }

    /// <summary>Looks at each newcomer. Until that is done none of them can withdraw.</summary>
    public void LetIn(Action<FeedNewcomer> look)
    {
        lock (_lock)
        {
            foreach (var newcomer in _newcomers) look(newcomer);
            _newcomers.Clear();
        }
    }

    /// <summary>Closes it for good, unless somebody is there or about to come. Whether it is closed.</summary>
    public bool TryClose(Func<bool> isEmpty)
    {
        lock (_lock) return _isClosed |= isEmpty() && _newcomers.Count == 0;
    }
}
