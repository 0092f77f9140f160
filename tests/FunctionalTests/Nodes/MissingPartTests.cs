using System.Diagnostics;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>A node is stopped in good order, or the broker is away: clients that do as they should notice nothing but a delay.</summary>
[Collection(SeveralNodes.Name)]
[Trait("Database", "Once")]
public sealed class MissingPartTests : IClassFixture<TwoNodes>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The sweep's two seconds, and what a busy machine adds to them.</summary>
    private static readonly TimeSpan WithinASweep = TimeSpan.FromSeconds(8);

    private readonly TwoNodes _two;
    private readonly NodeGroup _nodes;

    public MissingPartTests(TwoNodes two)
    {
        two.SkipIfAbsent();
        (_two, _nodes) = (two, two.Nodes);
    }

    [Fact]
    public async Task Node_StoppedUnderLoad_CostsNobodyAnything()
    {
        var channel = await _nodes.Api(0).CreateChannelAsync("drain", withEliza: true);
        await using var listeners = await Listeners.StartAsync(_nodes, [channel]);
        await using var submits = Submits.Start(_nodes, [channel]);
        await submits.WaitForMoreAsync(30);

        var stopped = _nodes[0];
        (await stopped.TerminateAsync()).ShouldBe(0);
        await submits.WaitForMoreAsync(30);
        await _nodes.StartAsync(0);
        await submits.WaitForMoreAsync(30);
        await submits.StopAsync();

        stopped.Output.ShouldNotContain("fail:");
        var stored = await StoredChannel.WhenAnsweredAsync(_nodes.ConnectionString, channel, submits.All.Count, Patience);
        stored.ShouldBeWhole(submits.All);
        await listeners.ShouldHaveHeardAsync(channel, stored.Ids);
    }

    [Fact]
    public async Task Listener_WhileTheBrokerIsAway_HearsWithinASweepWhatIsSaidOnTheOtherNode()
    {
        var channel = await _nodes.Api(0).CreateChannelAsync("alone", withEliza: true);
        await using var listener = await ResumingListener.StartAsync(_nodes, node: 1, channel);
        await _two.Broker.KillAsync();
        try
        {
            for (var said = 2; said <= 10; said += 2)
            {
                await _nodes.Api(0).SubmitAsync(channel, $"My mother hears me {said}");
                var began = Stopwatch.GetTimestamp();
                await listener.CatchUpAsync(said, Patience);
                Stopwatch.GetElapsedTime(began).ShouldBeLessThan(WithinASweep);
            }
            var stored = await StoredChannel.ReadAsync(_nodes.ConnectionString, channel);
            stored.ShouldBeWhole([]);
            listener.Heard.ShouldBe(stored.Ids);
        }
        finally
        {
            await _two.Broker.StartAsync();
        }
    }
}
