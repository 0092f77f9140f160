using System.Collections.Concurrent;
using System.Globalization;

namespace Eliza.Application.Feeds;

/// <summary>What listeners are told, by whichever way they listen (contract: Realtime).</summary>
/// <param name="Name">The event's name on the wire.</param>
/// <param name="Payload">Its data, a record of this module.</param>
/// <param name="Stamp">Its place in the channel's history; null for what is told in passing and never again.</param>
public sealed record FeedEvent(string Name, object Payload, long? Stamp = null)
{
    private readonly ConcurrentDictionary<Type, object> _forms = new();

    /// <summary>The stamp as clients see it: what they send to go on behind this event.</summary>
    public string? Id => Stamp?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A form of the event that one way of listening needs, made once for all who listen that way.</summary>
    public T As<T>(Func<FeedEvent, T> make) where T : class => (T)_forms.GetOrAdd(typeof(T), static (_, made) => made.make(made.self), (make, self: this));
}
