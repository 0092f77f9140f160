using BenchmarkDotNet.Attributes;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence.Known;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What it costs to find what is remembered of a channel, one among a thousand.</summary>
[MemoryDiagnoser]
public class KnownFactsBenchmarks
{
    private const int Many = 1_000;

    private readonly KnownFacts<ChannelId, string> _facts = new(
        channel => Task.FromResult(channel.ToString()), _ => 1, room: 2 * Many, FactLifetimes.UnderRevision, TimeProvider.System);

    private readonly ChannelId[] _channels = [.. Enumerable.Range(0, Many).Select(_ => ChannelId.New(TimeProvider.System.GetUtcNow()))];
    private int _next;

    [GlobalSetup]
    public async Task FillAsync()
    {
        foreach (var channel in _channels) await _facts.FindAsync(channel, CancellationToken.None);
    }

    /// <summary>After a minute each is asked for once more, which is nothing among so many.</summary>
    [Benchmark]
    public ValueTask<string> Find()
    {
        _next = (_next + 1) % Many;
        return _facts.FindAsync(_channels[_next], CancellationToken.None);
    }
}
