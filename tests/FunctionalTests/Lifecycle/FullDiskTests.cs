using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>The disk is full while many write, and has room again.</summary>
[Trait("Database", "Sqlite")]
public sealed class FullDiskTests
{
    private static readonly Dictionary<string, string> Environment = new() { ["Auth__BootstrapApiKey"] = ApiFactory.Key };

    [Fact]
    public async Task Submits_WhileTheDiskIsFull_AreRefusedAndNothingThatWasAcknowledgedIsLost()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Environment);
        var api = server.CreateApi(ApiFactory.Key);
        var channel = await api.CreateChannelAsync("full-disk");
        var before = await SubmitManyAsync(api, channel, "before");

        await server.LimitFilesAsync(1000);
        var meanwhile = await SubmitManyAsync(api, channel, "meanwhile");
        var history = await api.GetAsync($"/api/messaging/channels/{channel}/messages?limit=100");
        await server.LimitFilesAsync(null);
        var after = await SubmitManyAsync(api, channel, "after");

        before.Concat(after).ShouldAllBe(answer => answer.Status == 201);
        foreach (var answer in meanwhile) answer.ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers["Retry-After"].ShouldBe("1");
        history.ShouldBe(200);
        (await api.HistoryAsync(channel)).Select(message => message.GetProperty("id").GetGuid())
            .ShouldBe(before.Concat(after).Select(answer => answer.Data.GetProperty("id").GetGuid()), ignoreOrder: true);
    }

    private static async Task<IReadOnlyList<Answer>> SubmitManyAsync(Api api, Guid channel, string content) => await Task.WhenAll(Enumerable.Range(0, 20)
        .Select(i => api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = $"{content} {i}" })));
}
