using System.Collections.Immutable;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Who listens to a channel. They come and go at any time; what is delivered goes to those who are there at that moment.</summary>
/// <param name="failed">Hears of a listener that broke while it was told something.</param>
internal sealed class FeedMembers(Action<Exception> failed)
{
    private readonly Lock _lock = new();
    private ImmutableArray<Member> _members = [];
    private bool _isPrivate;

    public bool IsEmpty => _members.IsEmpty;

    /// <summary>By whose right they listen, but for the channel's own, and who they are.</summary>
    public IEnumerable<(SessionId Session, ActorId? Actor)> OfSessions =>
        _members.Where(member => member.Listener.Session is not null).Select(member => (member.Listener.Session!.Value, member.Listener.Actor)).Distinct();

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
            if (member.After < stamp && !TryDeliver(member.Listener, told)) End(member.Listener, FeedEnd.Interrupted);
        }
    }

    /// <summary>The channel is for its participants alone: sends all others away.</summary>
    public async Task SendStrangersAwayAsync()
    {
        if (_isPrivate) return;
        _isPrivate = true;
        foreach (var member in _members) await RecheckAsync(member.Listener);
    }

    /// <summary>Sends an actor's listeners away unless they may stay.</summary>
    public async Task RecheckAsync(ActorId actor)
    {
        foreach (var member in _members.Where(member => member.Listener.Actor == actor)) await RecheckAsync(member.Listener);
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

    /// <param name="session">The session that is over.</param>
    /// <param name="last">What its listeners are told last; null for what they were told already.</param>
    public void EndSession(SessionId session, FeedEvent? last = null)
    {
        foreach (var member in _members.Where(member => member.Listener.Session == session))
        {
            if (last is not null) TryDeliver(member.Listener, last);
            End(member.Listener, FeedEnd.SessionOver);
        }
    }

    public void EndAll(FeedEnd reason)
    {
        foreach (var member in _members) End(member.Listener, reason);
    }

    private void End(IFeedListener listener, FeedEnd reason)
    {
        if (!Remove(listener)) return;
        try
        {
            listener.End(reason);
        }
        catch (Exception exception)
        {
            failed(exception);
        }
    }

    /// <summary>One that breaks must not keep the others from hearing it, nor have them hear it twice.</summary>
    private bool TryDeliver(IFeedListener listener, FeedEvent told)
    {
        try
        {
            return listener.Deliver(told);
        }
        catch (Exception exception)
        {
            failed(exception);
            return false;
        }
    }

    private sealed record Member(IFeedListener Listener, long After);
}
