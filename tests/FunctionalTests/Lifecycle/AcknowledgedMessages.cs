using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>The messages that a server answered 201 for, by many clients at once.</summary>
internal sealed class AcknowledgedMessages
{
    private readonly ConcurrentDictionary<Guid, Guid> _channels = new();
    private readonly Channel<Guid> _more = Channel.CreateUnbounded<Guid>();

    public int Count => _channels.Count;

    public void Add(Guid message, Guid channel)
    {
        _channels[message] = channel;
        _more.Writer.TryWrite(message);
    }

    public IEnumerable<Guid> In(Guid channel) => _channels.Where(message => message.Value == channel).Select(message => message.Key);

    /// <summary>Returns when that many more are acknowledged than at the last call's return.</summary>
    public async Task WaitForMoreAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (count-- > 0) await _more.Reader.ReadAsync(patience.Token);
    }
}
