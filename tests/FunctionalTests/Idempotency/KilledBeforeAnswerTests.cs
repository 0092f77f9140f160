using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Idempotency;

/// <summary>The worst moment: the effect is on the disk, and the server dies before it can say so.</summary>
[Trait("Database", "Sqlite")]
public sealed class KilledBeforeAnswerTests
{
    private const string Submit = "/api/messaging/submit";

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["Auth__BootstrapApiKey"] = ApiFactory.Key,
        ["DOTNET_STARTUP_HOOKS"] = typeof(KilledBeforeAnswerTests).Assembly.Location,
    };

    [Fact]
    public async Task Submit_KilledBetweenCommitAndAnswer_IsReplayedAfterTheRestart()
    {
        using var folder = new TemporaryFolder();
        var signal = Path.Combine(folder.Path, "kill");
        Guid channel;
        object body;
        await using (var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string>(Environment) { [StartupHook.Setting] = signal }))
        {
            var api = server.CreateApi(ApiFactory.Key);
            channel = await api.CreateChannelAsync("doomed");
            body = new { channel_id = channel, author_id = "ada", content = "Am I there?", messageId = "doomed-1" };
            await File.WriteAllTextAsync(signal, "", TestContext.Current.CancellationToken);

            await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync(Submit, body));
            (await server.WaitForExitAsync()).ShouldNotBe(0);
        }

        await using (var server = await ServerProcess.StartAsync(folder.Path, Environment))
        {
            var api = server.CreateApi(ApiFactory.Key);
            var stored = (await api.HistoryAsync(channel)).ShouldHaveSingleItem();

            var first = (await api.PostAsync(Submit, body)).ShouldBe(201);
            var second = (await api.PostAsync(Submit, body)).ShouldBe(201);

            first.WasReplayed.ShouldBeTrue();
            first.Data.GetProperty("id").GetGuid().ShouldBe(stored.GetProperty("id").GetGuid());
            second.Text.ShouldBe(first.Text);
            (await api.HistoryAsync(channel)).Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Answer_GivenBeforeTheKill_IsReplayedByteForByteAfterTheRestart()
    {
        using var folder = new TemporaryFolder();
        var body = new { name = "a-channel", metadata = new { note = "é\u2028 <b>" } };
        Answer first;
        await using (var server = await ServerProcess.StartAsync(folder.Path, Environment))
        {
            first = (await server.CreateApi(ApiFactory.Key).PostAsync("/api/messaging/channels", body, "once")).ShouldBe(201);
            await server.KillAsync();
        }

        await using (var server = await ServerProcess.StartAsync(folder.Path, Environment))
        {
            var second = await server.CreateApi(ApiFactory.Key).PostAsync("/api/messaging/channels", body, "once");
            (second.Status, second.Text, second.WasReplayed).ShouldBe((201, first.Text, true));
        }
    }
}
