using System.Collections.Immutable;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Who wants to know when its actor is called by name.</summary>
internal sealed class MentionListeners
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<ActorId, ImmutableArray<Listener>> _listeners = ImmutableDictionary<ActorId, ImmutableArray<Listener>>.Empty;

    public bool Has(ActorId actor) => _listeners.ContainsKey(actor);

    public IDisposable Add(ActorId actor, Func<FeedEvent, bool> deliver)
    {
        var listener = new Listener(this, actor, deliver);
        lock (_lock) _listeners = _listeners.SetItem(actor, Of(actor).Add(listener));
        return listener;
    }

    public void Tell(ActorId actor, FeedEvent told)
    {
        foreach (var listener in Of(actor)) listener.Deliver(told);
    }

    private ImmutableArray<Listener> Of(ActorId actor) => _listeners.GetValueOrDefault(actor, []);

    private void Remove(Listener listener)
    {
        lock (_lock)
        {
            var left = Of(listener.Actor).Remove(listener);
            _listeners = left.IsEmpty ? _listeners.Remove(listener.Actor) : _listeners.SetItem(listener.Actor, left);
        }
    }

    private sealed class Listener(MentionListeners listeners, ActorId actor, Func<FeedEvent, bool> deliver) : IDisposable
    {
        public ActorId Actor => actor;

        public void Deliver(FeedEvent told) => deliver(told);

        public void Dispose() => listeners.Remove(this);
    }
}
