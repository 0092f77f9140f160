using System.Collections.Immutable;
using Eliza.Application.Feeds;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Who listens to a channel. They come and go at any time; what is delivered goes to those who are there at that moment.</summary>
internal sealed class FeedMembers
{
    private readonly Lock _lock = new();
    private ImmutableArray<Member> _members = [];
    private bool _isPrivate;

    public bool IsEmpty => _members.IsEmpty;

    /// <param name="listener">Who.</param>
    /// <param name="after">The stamp up to which it knows everything.</param>
    public void Add(IFeedListener listener, long after)
    {
        lock (_lock) _members = _members.Add(new Member(listener, after));
    }

    /// <summary>Whether it was there.</summary>
    public bool Remove(IFeedListener listener)
    {
        lock (_lock)
        {
            var before = _members.Length;
            _members = _members.RemoveAll(member => member.Listener == listener);
            return _members.Length < before;
        }
    }

    /// <param name="told">The event; null for none.</param>
    /// <param name="stamp">Its place in the history: who knows it already is not told again.</param>
    public void Deliver(FeedEvent? told, long stamp = long.MaxValue)
    {
        if (told is null) return;
        foreach (var member in _members)
        {
            if (member.After < stamp && !member.Listener.Deliver(told)) End(member.Listener, FeedEnd.Interrupted);
        }
    }

    /// <summary>Sends those away who may not stay after what just happened.</summary>
    public async Task SendAwayAsync(FeedEntry entry)
    {
        var becamePrivate = entry.IsPrivate && !_isPrivate;
        _isPrivate |= entry.IsPrivate;
        if (entry.Left is null && !becamePrivate) return;
        foreach (var member in _members.Where(member => becamePrivate || member.Listener.Actor == entry.Left)) await RecheckAsync(member.Listener);
    }

    /// <summary>Sends it away unless it may stay.</summary>
    public async Task RecheckAsync(IFeedListener listener)
    {
        try
        {
            if (!await listener.MayStayAsync(CancellationToken.None)) End(listener, FeedEnd.Forbidden);
        }
        catch (Exception)
        {
            // Whether it may, nobody could tell: when it comes back, somebody can.
            End(listener, FeedEnd.Interrupted);
        }
    }

    public void EndSession(SessionId session)
    {
        foreach (var member in _members.Where(member => member.Listener.Session == session)) End(member.Listener, FeedEnd.SessionOver);
    }

    public void EndAll(FeedEnd reason)
    {
        foreach (var member in _members) End(member.Listener, reason);
    }

    private void End(IFeedListener listener, FeedEnd reason)
    {
        if (Remove(listener)) listener.End(reason);
    }

    private sealed record Member(IFeedListener Listener, long After);
}
