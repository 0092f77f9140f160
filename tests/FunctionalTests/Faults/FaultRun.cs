using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Nodes;

namespace Eliza.FunctionalTests.Faults;

/// <summary>Two nodes under load, with listeners on both, to which something bad is done; and whether all is as it should be afterwards.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Channels = 3;

    /// <summary>The name of a file that is to hold a line for each test.</summary>
    private const string ReportFile = "ELIZA_FAULT_REPORT";

    /// <summary>The lease of what a dead node had claimed ends in 31 seconds; then all that waits behind it is answered.</summary>
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(100);

    private static readonly Dictionary<string, string> Settings = new() { ["Agents__ReplyTimeoutSeconds"] = "1" };

    private readonly IReadOnlyList<Guid> _channels;
    private readonly Listeners _listeners;

    private FaultRun(NodeGroup nodes, IReadOnlyList<Guid> channels, Listeners listeners, Submits submits) =>
        (Nodes, _channels, _listeners, Submits) = (nodes, channels, listeners, submits);

    public NodeGroup Nodes { get; }

    public Submits Submits { get; }

    /// <summary>Returns when the first messages are acknowledged.</summary>
    public static async Task<FaultRun> StartAsync(PostgresCluster cluster, RabbitBroker broker)
    {
        cluster.SkipIfAbsent();
        broker.SkipIfAbsent();
        await cluster.StartAsync();
        await broker.StartAsync();
        var nodes = await NodeGroup.StartAsync(cluster, broker, count: 2, Settings);
        var channels = new List<Guid>();
        for (var i = 0; i < Channels; i++) channels.Add(await nodes.Api(0).CreateChannelAsync($"fault-{i}", withEliza: true));
        var run = new FaultRun(nodes, channels, await Listeners.StartAsync(nodes, channels), Submits.Start(nodes, channels));
        await run.Submits.WaitForMoreAsync(20);
        return run;
    }

    /// <summary>
    /// Ends the load and waits until all is answered. Then: what was acknowledged is there, nothing is there twice, each question is answered once,
    /// and every listener has heard what the database holds, in its order. The counts go to the test's output and to the report.
    /// </summary>
    public async Task ShouldHaveLostNothingAsync(string fault, int rounds)
    {
        await Submits.StopAsync();
        var (questions, answers) = (0, 0);
        foreach (var channel in _channels)
        {
            var acknowledged = Submits.All.Where(message => message.Channel == channel).ToList();
            var stored = await StoredChannel.WhenAnsweredAsync(Nodes.ConnectionString, channel, acknowledged.Count, AnswerPatience);
            stored.ShouldBeWhole(acknowledged);
            await _listeners.ShouldHaveHeardAsync(channel, stored.Ids);
            (questions, answers) = (questions + stored.Questions.Count, answers + stored.Answers.Count);
        }
        var line = $"{fault}: {rounds} rounds, {Submits.All.Count} messages acknowledged after {Submits.Retries} retries, {questions} stored, {answers} answers, "
            + $"{_listeners.Heard} events heard ({_listeners.Returns} reconnections, {_listeners.Resyncs} resyncs); none lost, none twice";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable(ReportFile) is { Length: > 0 } file) await File.AppendAllTextAsync(file, line + "\n");
    }

    public async ValueTask DisposeAsync()
    {
        await Submits.DisposeAsync();
        await _listeners.DisposeAsync();
        await Nodes.DisposeAsync();
    }
}
