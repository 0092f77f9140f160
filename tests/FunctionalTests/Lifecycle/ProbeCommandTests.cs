using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>What a container's health check runs.</summary>
public sealed class ProbeCommandTests
{
    [Fact]
    public async Task Probe_OfAServerThatDrains_IsLiveAndNotReady()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Shutdown__DrainSeconds"] = "600" });
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://*:{server.Address.Port}" };

        (await ServerProcess.RunAsync(elsewhere.Path, settings, "--probe")).ShouldBe((0, "ready"));
        var elsewhereSet = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "", ["HTTP_PROXY"] = "http://127.0.0.1:1" };
        (await ServerProcess.RunAsync(elsewhere.Path, elsewhereSet, "--probe", "--urls", $"http://*:{server.Address.Port}")).ShouldBe((0, "ready"));

        await server.SignalAsync("TERM");
        while ((await server.CreateApi("none").GetAsync("/health/ready")).Status == 200) await Task.Yield();
        (await ServerProcess.RunAsync(elsewhere.Path, settings, "--probe", "ready")).ShouldBe((1, "not ready: 503"));
        (await ServerProcess.RunAsync(elsewhere.Path, settings, "--probe", "live")).ShouldBe((0, "live"));
        Directory.GetFileSystemEntries(elsewhere.Path).ShouldBeEmpty("who asks makes no data of its own");
    }

    [Fact]
    public async Task Probe_WhereNobodyListens_FailsAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        int port;
        await using (var server = await ServerProcess.StartAsync(folder.Path)) port = server.Address.Port;

        var (exitCode, output) = await ServerProcess.RunAsync(
            folder.Path, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "", ["ASPNETCORE_HTTP_PORTS"] = $"{port}" }, "--probe", "live");

        exitCode.ShouldBe(1);
        output.ShouldStartWith("no answer: ");
    }
}
