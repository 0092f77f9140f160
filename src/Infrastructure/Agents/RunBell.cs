using System.Threading.Channels;
using Eliza.Application.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>A bell that stays rung until it is heard; rung many times it is still heard once.</summary>
internal sealed class RunBell(TimeProvider time) : IRunBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Returns when the bell rings, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ring = _rung.Reader.ReadAsync(giveUp.Token).AsTask();
        var pause = Task.Delay(atMost, time, giveUp.Token);
        await Task.WhenAny(ring, pause);
        await giveUp.CancelAsync();
        await Task.WhenAll(ring, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
