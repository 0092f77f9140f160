using Eliza.Domain.Channels;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// What the present unit of work was decided on that came from memory, with the revisions it had. The unit is saved only if these are
/// still the database's: so what another server changed in the meantime is never overlooked by who writes.
/// </summary>
internal sealed class Premises(KnownChannels channels, KnownAgents agents)
{
    private readonly Dictionary<ChannelId, long> _channels = [];

    /// <summary>The revision of each channel that was looked at.</summary>
    public IReadOnlyDictionary<ChannelId, long> Channels => _channels;

    /// <summary>The revision of the agents; null when none was looked at.</summary>
    public long? Agents { get; private set; }

    /// <summary>Of two revisions that were seen the older one counts: the database has moved on from it.</summary>
    public void Add(ChannelId channel, long revision)
    {
        if (!_channels.TryGetValue(channel, out var seen) || revision < seen) _channels[channel] = revision;
    }

    /// <inheritdoc cref="Add"/>
    public void AddAgents(long revision) => Agents = Agents is { } seen && seen < revision ? seen : revision;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _channels.Clear();
        Agents = null;
    }

    /// <summary>They may hold no more: whoever asks next asks the database.</summary>
    public void Doubt()
    {
        foreach (var channel in _channels.Keys) channels.Forget(channel);
        if (Agents is not null) agents.ForgetAll();
    }
}
