using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

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
    private readonly FeedMailbox _mailbox = new();
    private readonly FeedMembers _members = new(failed);
    private long _head = head;
    private bool _isGone;

    /// <summary>Lets somebody in between two deliveries, unless it lies behind. Null when the feed is closed: another has taken its place, or will.</summary>
    public async Task<bool?> TryAddAsync(IFeedListener listener, long? after, CancellationToken cancellationToken)
    {
        var newcomer = new FeedNewcomer(listener, after);
        if (!_mailbox.TryPut(newcomer)) return null;
        GoToWork();
        try
        {
            return await newcomer.IsIn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _mailbox.Withdraw(newcomer);
            _members.Remove(listener);
            throw;
        }
    }

    /// <summary>Who listens by a session's right, and by which.</summary>
    public IEnumerable<(SessionId Session, ActorId? Actor)> OfSessions => _members.OfSessions;

    /// <summary>What agents are at here, as far as its listeners were told.</summary>
    public IReadOnlyCollection<Question> OpenWork => work.Open;

    /// <summary>Sends it away unless it may stay.</summary>
    public Task RecheckAsync(IFeedListener listener) => _members.RecheckAsync(listener);

    public void Remove(IFeedListener listener) => _members.Remove(listener);

    /// <summary>Closes it if nobody listens or is about to. Whether it is closed.</summary>
    public bool TryClose() => _mailbox.TryClose(() => _members.IsEmpty);

    /// <summary>There may be more in the history.</summary>
    public void Wake()
    {
        _mailbox.PutMore();
        GoToWork();
    }

    /// <summary>The history reaches that far. One that failed meanwhile goes on too.</summary>
    public void WakeIfBehind(long stamp)
    {
        if (_mailbox.IsStuck || Volatile.Read(ref _head) < stamp) Wake();
    }

    public void Tell(FeedNotice notice)
    {
        _mailbox.Put(notice);
        GoToWork();
    }

    /// <summary>An agent wrote on.</summary>
    public void TellWritten(Question question)
    {
        _mailbox.Put(question);
        GoToWork();
    }

    /// <summary>Sends everybody away.</summary>
    public void End(FeedEnd reason) => _members.EndAll(reason);

    /// <summary>Not in the name of whoever rang: neither its request nor its caller is any business of this.</summary>
    private void GoToWork()
    {
        if (_mailbox.TryBegin()) ThreadPool.UnsafeQueueUserWorkItem(static feed => _ = feed.WorkAsync(), this, preferLocal: false);
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
                _mailbox.Stop();
                return;
            }
        }
        while (_mailbox.GoOn());
    }

    private async Task TellAllAsync()
    {
        var notices = _mailbox.Notices;
        if (_mailbox.TakeMore() || notices > 0)
        {
            while (await ReadOnAsync())
            {
            }
        }
        LetIn();
        FollowWritten();
        foreach (var chunk in work.TakeChunks()) _members.Deliver(chunk);
        foreach (var notice in _mailbox.TakeNotices(notices)) await TellAsync(notice);
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
        foreach (var entry in page.Entries) await DeliverAsync(entry);
        Volatile.Write(ref _head, page.Next);
        return page.HasMore;
    }

    /// <summary>
    /// Who went is told that it did, as the last thing; but what a channel says of itself from the moment on when it is for its participants
    /// alone, nobody else hears.
    /// </summary>
    private async Task DeliverAsync(FeedEntry entry)
    {
        if (entry.IsPrivate) await _members.SendStrangersAwayAsync();
        if (entry.Reply is { } reply) _members.Deliver(work.Finish(reply.Question, reply.Reply), entry.Stamp);
        _members.Deliver(entry.Event, entry.Stamp);
        Volatile.Write(ref _head, entry.Stamp);
        foreach (var told in work.EventsAfter(entry)) _members.Deliver(told);
        if (entry.Left is { } actor) await _members.RecheckAsync(actor);
    }

    private async Task TellAsync(FeedNotice notice)
    {
        foreach (var told in work.EventsOf(notice)) _members.Deliver(told);
        if (notice is FeedNotice.Told { Ended: { } session }) _members.EndSession(session);
        if (notice is FeedNotice.SessionOver over) _members.EndSession(over.Session, over.Event);
        if (notice is FeedNotice.RightsChanged { Actor: var actor }) await _members.RecheckAsync(actor);
    }

    /// <summary>Last of all: a session may have ended with its channel, and has to be told of before.</summary>
    private void EndWithChannel()
    {
        _members.Deliver(new FeedEvent(FeedEvents.ChannelDeleted, new ChannelDeletedPayload(channel.Value)));
        _members.EndAll(FeedEnd.ChannelDeleted);
    }

    private void LetIn() => _mailbox.LetIn(newcomer =>
    {
        var after = newcomer.After ?? _head;
        var isIn = after >= _head;
        if (isIn) _members.Add(newcomer.Listener, after);
        newcomer.IsIn.SetResult(isIn);
    });

    private void FollowWritten()
    {
        foreach (var question in _mailbox.TakeWritten()) work.Follow(question);
    }
}
