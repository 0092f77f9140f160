using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;

namespace Eliza.Benchmarks.Common;

/// <summary>A server in a process of its own, and what it takes of the machine. It ends with this object, or with this program.</summary>
public sealed class BenchedProcess : IAsyncDisposable
{
    /// <summary>How this program has the runtime handle its own sockets is not for the server.</summary>
    private const string SocketSettings = "DOTNET_SYSTEM_NET_SOCKETS_";

    private readonly Process _process;
    private readonly string? _probe;

    private BenchedProcess(Process process, Uri address, string? probe) => (_process, Address, _probe) = (process, address, probe);

    public Uri Address { get; }

    /// <summary>The time it has had on all processors.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <param name="start">What to start; its output is read here.</param>
    /// <param name="announcement">The beginning of the line that ends with its address.</param>
    /// <param name="probe">Where it is to open a socket for <see cref="AllocatedAsync"/>; null for none, and for nothing of ours in the process.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<BenchedProcess> StartAsync(ProcessStartInfo start, string announcement, string? probe)
    {
        start.RedirectStandardOutput = true;
        var ours = start.Environment.Keys.Where(name => name.StartsWith(SocketSettings, StringComparison.Ordinal)).ToList();
        foreach (var name in ours) start.Environment.Remove(name);
        if (probe is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = BuiltAlong.Find("benchmarks/Probe", "Eliza.Benchmarks.Probe.dll");
            start.Environment["ELIZA_BENCHMARK_PROBE"] = probe;
        }
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(announcement, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new BenchedProcess(process, new Uri(line[announcement.Length..]), probe);
        }
        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>How many bytes it has allocated since its start; null without a probe.</summary>
    public async Task<long?> AllocatedAsync()
    {
        if (_probe is null) return null;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_probe));
        await using var stream = new NetworkStream(socket);
        var answer = new byte[sizeof(long)];
        await stream.ReadExactlyAsync(answer);
        return BinaryPrimitives.ReadInt64LittleEndian(answer);
    }

    /// <summary>Its resident memory in MB once it does not shrink any more: a garbage collection may still come.</summary>
    public async Task<long> RestAsync()
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            least = Math.Min(least, ResidentMegabytes);
        }
        return least;
    }

    /// <summary>How much of one processor it takes, in percent.</summary>
    public async Task<double> ProcessorShareAsync(TimeSpan over)
    {
        var (used, clock) = (ProcessorTime, Stopwatch.StartNew());
        await Task.Delay(over);
        return (ProcessorTime - used) / clock.Elapsed * 100;
    }

    /// <summary>Ends it as a crash would.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill(_process);
        await _process.WaitForExitAsync();
        if (_probe is not null) File.Delete(_probe);
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill();
    }
}
