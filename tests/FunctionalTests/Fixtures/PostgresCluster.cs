using System.Diagnostics;
using Npgsql;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>
/// A PostgreSQL server of the tests' own: on a free port of the loopback, in a temporary folder, with nobody's settings but ours. It can be stopped,
/// killed and started again on the same port. It leaves writing to the disk to the operating system, which loses nothing when processes are killed.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    /// <summary>Whose processes they are when we are root, for whom it refuses to run.</summary>
    private const string Owner = "postgres";

    private const string Settings = """
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        shared_buffers = 32MB
        fsync = off
        full_page_writes = off
        log_checkpoints = off
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly string? _programs = FindPrograms();
    private readonly int _port = FreePort.Find();
    private Process? _server;

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Obstacle => _programs is null ? "Several nodes are tried with PostgreSQL, which is not installed" : null;

    private string Data => Path.Combine(_folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        if (Obstacle is not null) return;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", Owner, _folder.Path);
        using (var made = Launch("initdb", "--no-sync", "-A", "trust", "-U", Owner, "-E", "UTF8", "--locale=C", "-D", Data))
        {
            var said = made.StandardOutput.ReadToEndAsync();
            var complained = await made.StandardError.ReadToEndAsync();
            await made.WaitForExitAsync().WaitAsync(Patience);
            if (made.ExitCode != 0) throw new InvalidOperationException("initdb: " + complained + await said);
        }
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"\n{Settings}\nport = {_port}\n");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    /// <summary>Without PostgreSQL the test ends here, as skipped.</summary>
    public void SkipIfAbsent() => Assert.SkipWhen(Obstacle is not null, Obstacle ?? "");

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username={Owner};Database={database};Timeout=5";

    /// <summary>Makes an empty database; the answer is its name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"eliza_{Guid.CreateVersion7():n}";
        await using var connection = new NpgsqlConnection(ConnectionString(Owner) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return name;
    }

    /// <summary>Starts it with all that was kept, and waits until it can be used. Nothing when it runs.</summary>
    public async Task StartAsync()
    {
        if (_server is not null) return;
        var isUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        _server = Launch("postgres", "-D", Data);
        _server.EnableRaisingEvents = true;
        _server.OutputDataReceived += (_, line) => Hear(line.Data);
        _server.ErrorDataReceived += (_, line) => Hear(line.Data);
        _server.Exited += (_, _) => isUp.TrySetException(new InvalidOperationException("PostgreSQL ended: " + string.Join('\n', output)));
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await isUp.Task.WaitAsync(Patience);

        void Hear(string? line)
        {
            if (line is null) return;
            lock (output) output.Add(line);
            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal)) isUp.TrySetResult();
        }
    }

    /// <summary>Has it end in order, without waiting for those who are connected, as an operator does.</summary>
    public Task StopAsync() => EndAsync("-INT", []);

    /// <summary>kill -9, also of the processes that serve its connections.</summary>
    public async Task KillAsync()
    {
        if (_server is null) return;
        var serving = await File.ReadAllTextAsync($"/proc/{_server.Id}/task/{_server.Id}/children");
        await EndAsync("-KILL", serving.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task EndAsync(string signal, IReadOnlyList<string> serving)
    {
        if (_server is null) return;
        await RunAsync("kill", [signal, $"{_server.Id}", .. serving]);
        await _server.WaitForExitAsync().WaitAsync(Patience);

        // While one of them is there it does not start again.
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (serving.Any(process => Directory.Exists($"/proc/{process}"))) await again.WaitForNextTickAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Where Debian puts the programs, the newest first, then where others put theirs.</summary>
    private static string? FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal) : Enumerable.Empty<string>();
        return versions.Select(version => Path.Combine(version, "bin")).Concat(["/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"])
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private Process Launch(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(_programs!, program), .. arguments];
        if (Environment.IsPrivilegedProcess) command = ["setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--init-groups", .. command];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>It may have failed because a process has ended by itself meanwhile.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
    }
}
