using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Questions in channels of which each has Eliza in it: how many are answered, how soon, and whether all are, in their order.</summary>
internal sealed class ElizaScenario : IScenario
{
    private const int FewChannels = 32;
    private const double LeastAnswers = 1_000;

    public async Task RunAsync(Options options, Goals goals)
    {
        await using var server = await BenchedServer.StartAsync(options.Server, isProbed: true);
        var channels = new Targets(await CreateChannelsAsync(server, options.Channels.Max()));
        var loops = new[] { channels, channels.First(FewChannels) }.Select(some => (Channels: some, Rounds: new List<Slice>())).ToList();

        await new ElizaLoop(server, channels).RunAsync(options.WarmUpTime);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var (some, rounds) in loops) rounds.Add(await new ElizaLoop(server, some).RunAsync(options.Slice));
        }

        var conversations = Conversations.Check(server.DatabaseFile);
        Table.Begin(
            "eliza: questions and answers, the next question of a channel when its last is answered",
            "channels", "answers/s", "question to answer p50 ms", "p95 ms", "p99 ms", "server µs/answer", "allocated KB/answer", "RSS MB", "failed");
        foreach (var (some, rounds) in loops) Print(some, Slice.MedianOf(rounds), server.Process);
        Console.WriteLine();
        Console.WriteLine($"Order kept: {conversations}");

        var answers = Slice.MedianOf(loops[0].Rounds).Rate;
        goals.Add($"eliza, {channels.Count:N0} channels: answers/s ≥ {LeastAnswers:N0}", $"{answers:0}", answers >= LeastAnswers);
        goals.Add("eliza: each question answered once, in their order", $"{conversations}", conversations.AreInOrder);
    }

    private static async Task<IReadOnlyList<Guid>> CreateChannelsAsync(BenchedServer server, int count)
    {
        using var api = new ApiClient(server);
        var channels = await api.CreateChannelsAsync("eliza", count);
        foreach (var channel in channels) await api.AddAgentAsync(channel, ApiClient.Eliza);
        return channels;
    }

    private static void Print(Targets channels, Slice slice, BenchedProcess server) => Table.Row(
        $"{channels.Count:N0}",
        $"{slice.Rate:0}",
        $"{slice.P50:0}",
        $"{slice.P95:0}",
        $"{slice.P99:0}",
        $"{slice.ServerMicroseconds:0}",
        slice.AllocatedBytes is { } bytes ? $"{bytes / 1024:0.0}" : "–",
        $"{server.ResidentMegabytes}",
        $"{slice.Failed:0}");
}
