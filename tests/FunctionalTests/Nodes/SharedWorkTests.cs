using System.Globalization;
using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Feeds;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Realtime.Gateway;
using Eliza.FunctionalTests.Sessions;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>What two nodes do together is done once, in one order, and known to both.</summary>
[Collection(SeveralNodes.Name)]
[Trait("Database", "Once")]
public sealed partial class SharedWorkTests : IClassFixture<TwoNodes>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly NodeGroup _nodes;

    public SharedWorkTests(TwoNodes two)
    {
        two.SkipIfAbsent();
        _nodes = two.Nodes;
    }

    [Fact]
    public async Task Messages_SubmittedToBothNodesAtOnce_AreHeardInOneOrderOnBoth()
    {
        const int Each = 100;
        var channel = await _nodes.Api(0).CreateChannelAsync("order");
        await using var listeners = await Listeners.StartAsync(_nodes, [channel]);
        await using var here = await JoinAsync(0, channel);
        await using var there = await JoinAsync(1, channel);

        await Task.WhenAll(SubmitAsync(0), SubmitAsync(1), SubmitAsync(0), SubmitAsync(1));

        var stored = (await StoredChannel.ReadAsync(_nodes.ConnectionString, channel)).Ids;
        stored.Count.ShouldBe(4 * Each);
        await listeners.ShouldHaveHeardAsync(channel, stored);
        foreach (var socket in new[] { here, there }) (await socket.HearAsync("messageBroadcast", stored.Count)).Select(heard => heard.Id()).ShouldBe(stored);

        async Task SubmitAsync(int node)
        {
            for (var i = 0; i < Each; i++) await _nodes.Api(node).SubmitAsync(channel, $"{node} says {i}");
        }
    }

    [Fact]
    public async Task Questions_AskedOnBothNodes_AreAnsweredOnceEach()
    {
        const int Each = 10;
        var channels = new List<Guid>();
        for (var i = 0; i < 8; i++) channels.Add(await _nodes.Api(i % 2).CreateChannelAsync($"questions-{i}", withEliza: true));

        await Task.WhenAll(channels.SelectMany(channel => new[] { AskAsync(0, channel), AskAsync(1, channel) }));

        foreach (var channel in channels) (await StoredChannel.WhenAnsweredAsync(_nodes.ConnectionString, channel, 2 * Each, Patience)).ShouldBeWhole([]);

        async Task AskAsync(int node, Guid channel)
        {
            for (var i = 0; i < Each; i++) await _nodes.Api(node).SubmitAsync(channel, $"{node} asks {i}");
        }
    }

    [Fact]
    public async Task Requests_WithOneKeySentToBothNodesAtOnce_AreCarriedOutOnce()
    {
        const int Times = 100;
        var channel = await _nodes.Api(0).CreateChannelAsync("once");
        var apis = new[] { _nodes.Api(0), _nodes.Api(1) };

        for (var i = 0; i < Times; i++)
        {
            var body = new { channel_id = channel, author_id = "ada", content = $"once {i}" };
            var answers = await Task.WhenAll(apis.Select(api => api.PostAsync("/api/messaging/submit", body, $"once-{i}")));
            foreach (var answer in answers) answer.ShouldBe(201);
            answers[1].Text.ShouldBe(answers[0].Text);
            answers.Count(answer => answer.WasReplayed).ShouldBe(1);
        }

        (await StoredChannel.ReadAsync(_nodes.ConnectionString, channel)).Messages.Select(message => message.Content)
            .ShouldBe(Enumerable.Range(0, Times).Select(i => $"once {i}"));
    }

    [Fact]
    public async Task Sessions_ThatComeNearTheirEnd_AreWarnedAndEndedOnce()
    {
        const int Sessions = 20;
        var before = (Told("expired"), Told("warned"));
        var heard = new List<Task<IReadOnlyList<EventListener.Told>>>();
        for (var i = 0; i < Sessions; i++)
        {
            var session = await _nodes.Api(i % 2).OpenIdAsync(timeoutConfig: new { timeoutMinutes = 0.25 });
            for (var node = 0; node < 2; node++)
                heard.Add((await EventListener.OpenAsync(_nodes.Api(node), $"{SessionApi.Root}/{session}/events")).RestAsync());
        }

        foreach (var told in await Task.WhenAll(heard)) told.Select(one => one.Type).ShouldBe(["sessionExpirationWarning", "sessionExpired"]);

        // Each node says what it did when a sweep is over.
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var late = new CancellationTokenSource(Patience);
        while (Told("expired") < before.Item1 + Sessions) await again.WaitForNextTickAsync(late.Token);
        (Told("expired"), Told("warned")).ShouldBe((before.Item1 + Sessions, before.Item2 + Sessions));
    }

    [Fact]
    public async Task Key_RevokedOnOneNode_IsRefusedByBothAndLosesItsConnectionsOnBoth()
    {
        var made = (await _nodes.Api(0).PostAsync("/api/auth/keys", new { name = "short-lived", kind = "service", scopes = new[] { "messages:read" } })).ShouldBe(201).Data;
        var key = made.GetProperty("key").GetString()!;
        var channel = await _nodes.Api(0).CreateChannelAsync("keys");
        var history = $"/api/messaging/channels/{channel}/messages";
        var streams = new List<EventListener>();
        var sockets = new List<TestSocket>();
        for (var node = 0; node < 2; node++)
        {
            (await _nodes.Api(node, key).GetAsync(history)).ShouldBe(200);
            streams.Add(await EventListener.OpenAsync(_nodes.Api(node, key), channel));
            sockets.Add(await TestSocket.ConnectAsync(_nodes[node].Address, key));
        }

        (await _nodes.Api(0).DeleteAsync($"/api/auth/keys/{made.GetProperty("id").GetString()}")).Status.ShouldBeOneOf(200, 204);

        for (var node = 0; node < 2; node++)
        {
            (await streams[node].RestAsync()).ShouldHaveSingleItem().Type.ShouldBe("error");
            await sockets[node].Ended;
            (await _nodes.Api(node, key).GetAsync(history)).Status.ShouldBe(401);
            streams[node].Dispose();
            await sockets[node].DisposeAsync();
        }
    }

    private async Task<TestSocket> JoinAsync(int node, Guid channel)
    {
        var socket = await TestSocket.ConnectAsync(_nodes[node].Address, NodeGroup.Key);
        (await socket.AskAsync("join", new { roomId = channel })).GetProperty("success").GetBoolean().ShouldBeTrue();
        return socket;
    }

    /// <summary>Of how many sessions both nodes together have said that.</summary>
    private int Told(string what) => Enumerable.Range(0, 2).SelectMany(node => Swept().Matches(_nodes[node].Output))
        .Where(match => match.Groups[2].Value == what).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<=Sessions: .*)(\d+) (expired|warned)")]
    private static partial Regex Swept();
}
