using System.Diagnostics;

namespace Eliza.Benchmarks.Realtime;

/// <summary>The server as operators run it, in a process and a folder of its own, with limits that are out of the way.</summary>
internal sealed class BenchedServer : IAsyncDisposable
{
    public const string Key = "benchmark-key-of-at-least-32-characters";

    private readonly Process _process;
    private readonly string _folder;

    private BenchedServer(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static async Task<BenchedServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("eliza-benchmark-").FullName;
        var start = new ProcessStartInfo("dotnet", [ProgramPath()]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Auth__BootstrapApiKey"] = Key;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["RateLimiting__ServicePerMinute"] = "1000000";
        start.Environment["RateLimiting__IpPerHour"] = "1000000";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            const string Listens = "Eliza listens on ";
            if (!line.StartsWith(Listens, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new BenchedServer(process, folder, new Uri(line[Listens.Length..]));
        }
        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Its resident memory in MB once it does not shrink any more: a garbage collection may still come.</summary>
    public async Task<long> RestAsync()
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            _process.Refresh();
            least = Math.Min(least, _process.WorkingSet64 / 1024 / 1024);
        }
        return least;
    }

    /// <summary>How much of one processor it takes, in percent.</summary>
    public async Task<double> ProcessorShareAsync(TimeSpan over)
    {
        _process.Refresh();
        var (used, clock) = (_process.TotalProcessorTime, Stopwatch.StartNew());
        await Task.Delay(over);
        _process.Refresh();
        return (_process.TotalProcessorTime - used) / clock.Elapsed * 100;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Built along with this program, in the same configuration.</summary>
    private static string ProgramPath()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "src", "WebApi", "bin", configuration, "net10.0", "Eliza.WebApi.dll");
            if (File.Exists(program)) return program;
        }
        throw new FileNotFoundException("The server is not built.");
    }
}
