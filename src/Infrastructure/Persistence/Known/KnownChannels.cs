using System.Collections.Concurrent;
using Eliza.Domain.Channels;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>Channels as the path of messages needs them, in memory.</summary>
internal sealed class KnownChannels
{
    private readonly ConcurrentDictionary<ChannelId, object> _channels = [];

    public void Forget(ChannelId channel) => _channels.TryRemove(channel, out _);

    public void ForgetAll() => _channels.Clear();
}
