using System.Collections.Immutable;
using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Channels;

namespace Eliza.Infrastructure.Feeds;

/// <summary>
/// One channel, as long as anybody listens to it here. It reads on in the history when it is told that there is more, and delivers each
/// thing to all listeners before the next: so all of them hear all in one order. At work it is one at a time; idle, it holds no
/// task and no timer.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="head">The stamp up to which nobody who comes needs to be told anything.</param>
/// <param name="read">Reads a page of what is behind a stamp; null when the channel is gone.</param>
/// <param name="failed">Hears why it could not go on.</param>
/// <param name="work">What agents are at in the channel.</param>
internal sealed class ChannelFeed(ChannelId channel, long head, Func<long, Task<FeedPage?>> read, Action<Exception> failed, ChannelWork work)
{
    /// <summary>What is told in passing beyond this many is not told: the history waits for the database, and only that must not be lost.</summary>
    private const int MostNotices = 10_000;

    private readonly Lock _lock = new();
    private readonly FeedMembers _members = new();
    private readonly List<Newcomer> _newcomers = [];
    private readonly List<FeedNotice> _notices = [];
    private readonly HashSet<Question> _written = [];
    private long _head = head;
    private bool _hasMore;
    private bool _isAtWork;
    private bool _isGone;
    private bool _isClosed;

    /// <summary>Lets somebody in between two deliveries, unless it lies behind. Null when the feed is closed: another has taken its place, or will.</summary>
    public async Task<bool?> TryAddAsync(IFeedListener listener, long? after, CancellationToken cancellationToken)
    {
        var newcomer = new Newcomer(listener, after);
        lock (_lock)
        {
            if (_isClosed) return null;
            _newcomers.Add(newcomer);
        }
        GoToWork();
        try
        {
            return await newcomer.IsIn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_lock) _newcomers.Remove(newcomer);
            _members.Remove(listener);
            throw;
        }
    }

    /// <summary>Sends it away unless it may stay.</summary>
    public Task RecheckAsync(IFeedListener listener) => _members.RecheckAsync(listener);

    public void Remove(IFeedListener listener) => _members.Remove(listener);

    /// <summary>Closes it if nobody listens or is about to. Whether it is closed.</summary>
    public bool TryClose()
    {
        lock (_lock) return _isClosed |= _members.IsEmpty && _newcomers.Count == 0;
    }

    /// <summary>There may be more in the history.</summary>
    public void Wake()
    {
        lock (_lock) _hasMore = true;
        GoToWork();
    }

    /// <summary>The history reaches that far. One that failed meanwhile goes on too.</summary>
    public void WakeIfBehind(long stamp)
    {
        bool isStuck;
        lock (_lock) isStuck = _hasMore && !_isAtWork;
        if (isStuck || Volatile.Read(ref _head) < stamp) Wake();
    }

    public void Tell(FeedNotice notice)
    {
        lock (_lock)
        {
            if (_notices.Count < MostNotices) _notices.Add(notice);
        }
        GoToWork();
    }

    /// <summary>An agent wrote on.</summary>
    public void TellWritten(Question question)
    {
        lock (_lock) _written.Add(question);
        GoToWork();
    }

    /// <summary>Sends everybody away.</summary>
    public void End(FeedEnd reason) => _members.EndAll(reason);

    private void GoToWork()
    {
        lock (_lock)
        {
            if (_isAtWork) return;
            _isAtWork = true;
        }

        // Not in the name of whoever rang: neither its request nor its caller is any business of this.
        ThreadPool.UnsafeQueueUserWorkItem(static feed => _ = feed.WorkAsync(), this, preferLocal: false);
    }

    private async Task WorkAsync()
    {
        do
        {
            try
            {
                await TellAllAsync();
            }
            catch (Exception exception)
            {
                // The sweep wakes it again. Nothing is lost: the head moves only behind what was delivered.
                failed(exception);
                lock (_lock) (_hasMore, _isAtWork) = (true, false);
                return;
            }
        }
        while (IsThereMore());
    }

    private bool IsThereMore()
    {
        lock (_lock) return _isAtWork = _hasMore || _newcomers.Count > 0 || _notices.Count > 0 || _written.Count > 0;
    }

    private async Task TellAllAsync()
    {
        bool hasMore;
        int notices;
        lock (_lock) (hasMore, _hasMore, notices) = (_hasMore, false, _notices.Count);
        if (hasMore || notices > 0)
        {
            while (await ReadOnAsync())
            {
            }
        }
        LetIn();
        FollowWritten();
        foreach (var chunk in work.TakeChunks()) _members.Deliver(chunk);
        foreach (var notice in TakeNotices(notices)) Tell(work.EventsOf(notice), notice);
        if (_isGone) EndWithChannel();
    }

    /// <summary>Delivers the next page of the history. Whether there is another.</summary>
    private async Task<bool> ReadOnAsync()
    {
        LetIn();
        if (await read(_head) is not { } page)
        {
            _isGone = true;
            return false;
        }

        // An answer that was written by pieces was announced before it was stored. What of the history was read by now is followed.
        FollowWritten();
        foreach (var entry in page.Entries)
        {
            if (entry.Reply is { } reply) _members.Deliver(work.Finish(reply.Question, reply.Reply), entry.Stamp);
            _members.Deliver(entry.Event, entry.Stamp);
            Volatile.Write(ref _head, entry.Stamp);
            await _members.SendAwayAsync(entry);
        }
        Volatile.Write(ref _head, page.Next);
        return page.HasMore;
    }

    /// <summary>Last of all: a session may have ended with its channel, and has to be told of before.</summary>
    private void EndWithChannel()
    {
        _members.Deliver(new FeedEvent(FeedEvents.ChannelDeleted, new ChannelDeletedPayload(channel.Value)));
        _members.EndAll(FeedEnd.ChannelDeleted);
    }

    private void Tell(IEnumerable<FeedEvent> events, FeedNotice notice)
    {
        foreach (var told in events) _members.Deliver(told);
        if (notice is FeedNotice.Told { Ended: { } session }) _members.EndSession(session);
    }

    private void LetIn()
    {
        lock (_lock)
        {
            foreach (var newcomer in _newcomers)
            {
                var after = newcomer.After ?? _head;
                var isIn = after >= _head;
                if (isIn) _members.Add(newcomer.Listener, after);
                newcomer.IsIn.SetResult(isIn);
            }
            _newcomers.Clear();
        }
    }

    private void FollowWritten()
    {
        lock (_lock)
        {
            foreach (var question in _written) work.Follow(question);
            _written.Clear();
        }
    }

    private ImmutableArray<FeedNotice> TakeNotices(int count)
    {
        lock (_lock)
        {
            var taken = _notices.Take(count).ToImmutableArray();
            _notices.RemoveRange(0, count);
            return taken;
        }
    }

    private sealed record Newcomer(IFeedListener Listener, long? After)
    {
        public TaskCompletionSource<bool?> IsIn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
