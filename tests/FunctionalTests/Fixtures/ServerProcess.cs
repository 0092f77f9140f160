using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>The server as operators run it: a process of its own, in a folder of its own, that can be killed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly List<string> _standardOutput = [];

    private ServerProcess(string folder, IReadOnlyDictionary<string, string> environment, IReadOnlyCollection<string> arguments)
    {
        // A write beyond the limit of a file's size is to fail as one on a full disk does, not to end the process.
        var start = new ProcessStartInfo("env", ["--ignore-signal=XFSZ", "dotnet", Path.Combine(AppContext.BaseDirectory, "Eliza.WebApi.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment) start.Environment[name] = value;

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, isError: false);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, isError: true);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The server ended: " + Output));
    }

    public Uri Address { get; private set; } = null!;

    public string Output
    {
        get
        {
            lock (_output) return string.Join('\n', _output);
        }
    }

    /// <summary>The lines that did not go to standard error.</summary>
    public IReadOnlyList<string> StandardOutput
    {
        get
        {
            lock (_output) return [.. _standardOutput];
        }
    }

    /// <summary>Starts a server that keeps its data under <paramref name="folder"/> and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var server = Launch(folder, environment);
        server.Address = await server._listening.Task.WaitAsync(Patience);
        return server;
    }

    /// <summary>Starts a server that is expected to end by itself; the answer is its exit code and all that it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var server = Launch(folder, environment, arguments);
        return (await server.WaitForExitAsync(), server.Output);
    }

    public Api CreateApi(string key)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new Api(client);
    }

    /// <summary>kill -9: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>From now on no file of the server's can be written beyond that many bytes, as on a disk that is full; null for no limit.</summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{_process.Id}", $"--fsize={(bytes is null ? "unlimited" : $"{bytes}")}:unlimited"]);
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0) throw new InvalidOperationException("prlimit failed");
    }

    /// <summary>Asks the server to end (SIGTERM); the answer is its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        return await WaitForExitAsync();
    }

    /// <summary>Sends a signal, and does not wait for what becomes of it.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Stands still from now on, connections open and all (SIGSTOP).</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Goes on as if no time had passed (SIGCONT).</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static ServerProcess Launch(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var server = new ServerProcess(folder, environment ?? new Dictionary<string, string>(), arguments);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    private void Hear(string? line, bool isError)
    {
        if (line is null) return;
        lock (_output)
        {
            _output.Add(line);
            if (!isError) _standardOutput.Add(line);
        }
        if (ListensOn().Match(line) is { Success: true } match) _listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^Eliza listens on (http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListensOn();
}
