using System.Diagnostics;

namespace Eliza.Benchmarks.Common;

/// <summary>The server as operators run it, in a process and a folder of its own, with limits that are out of the way.</summary>
public sealed class BenchedServer : IAsyncDisposable
{
    public const string Key = "benchmark-key-of-at-least-32-characters";

    private readonly string _folder = Directory.CreateTempSubdirectory("eliza-benchmark-").FullName;
    private readonly string _program;

    private BenchedServer(string? program) => _program = program ?? BuiltAlong.Find("src/WebApi", "Eliza.WebApi.dll");

    /// <summary>The process that runs now.</summary>
    public BenchedProcess Process { get; private set; } = null!;

    public Uri Address => Process.Address;

    public string DatabaseFile => Path.Combine(_folder, "data", "eliza.db");

    /// <summary>Starts it on a fresh database.</summary>
    /// <param name="program">The server's Eliza.WebApi.dll; null for the one that was built along.</param>
    /// <param name="isProbed">Whether its allocations are to be read.</param>
    public static async Task<BenchedServer> StartAsync(string? program = null, bool isProbed = false)
    {
        var server = new BenchedServer(program);
        await server.StartAgainAsync(isProbed);
        return server;
    }

    /// <summary>Starts it once more on the database that is there; stop it before.</summary>
    public async Task StartAgainAsync(bool isProbed = false)
    {
        var start = new ProcessStartInfo("dotnet", [_program]) { WorkingDirectory = _folder };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Auth__BootstrapApiKey"] = Key;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["RateLimiting__ServicePerMinute"] = "1000000";
        start.Environment["RateLimiting__IpPerHour"] = "1000000";
        Process = await BenchedProcess.StartAsync(start, "Eliza listens on ", isProbed ? Path.Combine(_folder, "probe") : null);
    }

    /// <summary>Ends the process; what it stored stays.</summary>
    public ValueTask StopAsync() => Process.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
