using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Jobs;

/// <summary>A job that was acknowledged outlives the process: after a restart its agent answers it.</summary>
[Trait("Database", "Sqlite")]
public sealed class JobKillTests
{
    private const int Rounds = 5;
    private const string Key = "kill-test-key-of-32-characters-or-more";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Auth__BootstrapApiKey"] = Key,
        ["Logging__LogLevel__Default"] = "Warning",
        ["RateLimiting__ServicePerMinute"] = "1000000",
    };

    [Fact]
    public async Task Kill_RightAfterTheAcknowledgement_LosesNoJob()
    {
        using var folder = new TemporaryFolder();
        var jobs = new List<Guid>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            var api = server.CreateApi(Key);
            for (var i = 0; i <= round; i++)
            {
                var created = await api.PostAsync("/api/messaging/jobs", new { userId = "ada", content = "My mother is like me", timeoutMs = 300_000 });
                jobs.Add(created.ShouldBe(201).Data.GetProperty("jobId").GetGuid());
            }
            await server.KillAsync();
        }

        await using var last = await ServerProcess.StartAsync(folder.Path, Settings);
        foreach (var job in jobs) await ShouldCompleteAsync(last.CreateApi(Key), job);
    }

    private static async Task ShouldCompleteAsync(Api api, Guid job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        string? status;
        do status = (await api.GetAsync($"/api/messaging/jobs/{job}")).ShouldBe(200).Data.GetProperty("status").GetString();
        while (status is "pending" or "processing" && await again.WaitForNextTickAsync(patience.Token));
        status.ShouldBe("completed");
    }
}
