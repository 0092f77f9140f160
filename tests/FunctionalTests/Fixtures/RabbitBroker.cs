using System.Diagnostics;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>
/// A RabbitMQ broker of the tests' own: on free ports of the loopback, in a temporary folder, with an epmd of its own, so that it meets no
/// other. It can be stopped, killed and started again on the same port.
/// </summary>
public sealed class RabbitBroker : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Where Debian puts the script that needs no user of its own, then where others put theirs.</summary>
    private static readonly string[] Scripts = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server"];

    private readonly TemporaryFolder _folder = new();
    private readonly string? _script = Array.Find(Scripts, File.Exists);
    private readonly int _port = FreePort.Find();
    private readonly int _distributionPort = FreePort.Find();
    private readonly int _epmdPort = FreePort.Find();
    private Process? _epmd;
    private Process? _broker;

    /// <summary>Why there is no broker; null when there is one.</summary>
    public string? Obstacle => _script is null ? "What nodes tell each other is tried with rabbitmq-server, which is not installed" : null;

    public string Uri => $"amqp://guest:guest@127.0.0.1:{_port}/";

    public async ValueTask InitializeAsync()
    {
        if (Obstacle is not null) return;
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "plugins"), "[].");
        _epmd = Process.Start(new ProcessStartInfo("epmd", ["-port", $"{_epmdPort}", "-address", "127.0.0.1"]));
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _epmd?.Kill();
        _epmd?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Without a broker the test ends here, as skipped.</summary>
    public void SkipIfAbsent() => Assert.SkipWhen(Obstacle is not null, Obstacle ?? "");

    /// <summary>Starts it, with all that was kept, and waits until it can be reached. Nothing when it runs.</summary>
    public async Task StartAsync()
    {
        if (_broker is not null) return;
        var start = new ProcessStartInfo(_script!) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        var isUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        var broker = new Process { StartInfo = start, EnableRaisingEvents = true };
        broker.OutputDataReceived += (_, line) => Hear(line.Data);
        broker.ErrorDataReceived += (_, line) => Hear(line.Data);
        broker.Exited += (_, _) => isUp.TrySetException(new InvalidOperationException("The broker ended: " + string.Join('\n', output)));
        broker.Start();
        broker.BeginOutputReadLine();
        broker.BeginErrorReadLine();
        _broker = broker;
        await isUp.Task.WaitAsync(Patience);

        void Hear(string? line)
        {
            if (line is null) return;
            lock (output) output.Add(line);
            if (line.Contains("Server startup complete", StringComparison.Ordinal)) isUp.TrySetResult();
        }
    }

    /// <summary>Has it end in order, as an operator does.</summary>
    public Task StopAsync() => EndAsync("-TERM");

    /// <summary>kill -9.</summary>
    public Task KillAsync() => EndAsync("-KILL");

    /// <summary>The script only waits for the broker, which is its child, and ends with it.</summary>
    private async Task EndAsync(string signal)
    {
        if (_broker is null) return;
        var children = await File.ReadAllTextAsync($"/proc/{_broker.Id}/task/{_broker.Id}/children");
        using (var kill = Process.Start("kill", [signal, .. children.Split(' ', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty($"{_broker.Id}")])) await kill.WaitForExitAsync();
        await _broker.WaitForExitAsync().WaitAsync(Patience);
        _broker.Dispose();
        _broker = null;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = _folder.Path,
        ["ERL_EPMD_PORT"] = $"{_epmdPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = $"eliza{_port}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{_port}",
        ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder.Path, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder.Path, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder.Path, "plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder.Path, "none"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(_folder.Path, "none"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder.Path, "none"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 1:1 +sbwt none -kernel inet_dist_use_interface {127,0,0,1}",
    };
}
