using System.Diagnostics;
using Eliza.Benchmarks.Common;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>One of the two servers to compare with, on a fresh database.</summary>
internal sealed class Baseline : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eliza-baseline-").FullName;

    private Baseline() { }

    public BenchedProcess Process { get; private set; } = null!;

    /// <param name="kind">ceiling or naive.</param>
    public static async Task<Baseline> StartAsync(string kind)
    {
        var baseline = new Baseline();
        var program = BuiltAlong.Find("benchmarks/Baselines", "Eliza.Benchmarks.Baselines.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--kind", kind, "--database", Path.Combine(baseline._folder, "messages.db")]);
        baseline.Process = await BenchedProcess.StartAsync(start, "The baseline listens on ", Path.Combine(baseline._folder, "probe"));
        return baseline;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
