using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Clients;

/// <summary>The official Socket.IO client, as npm gives it, under Node and against a whole server: one run over each transport.</summary>
public sealed class SocketIoClient : IAsyncLifetime
{
    private const string Package = "socket.io-client@4.8.1";

    private readonly ApiFactory _factory = new();
    private readonly TemporaryFolder _folder = new();

    /// <summary>Why the client cannot be run here; null when it was.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>How each run ended: <c>passed</c>, or <c>failed</c> and why.</summary>
    public IReadOnlyDictionary<string, ClientCall> Runs { get; private set; } = new Dictionary<string, ClientCall>();

    internal CapturedLog Log => _factory.Log;

    public async ValueTask InitializeAsync()
    {
        var installed = await NodeProgram.RunAsync(_folder, "npm", "install", "--prefix", _folder.Path, "--no-audit", "--no-fund", "--ignore-scripts", "--silent", Package);
        if (installed.ExitCode != 0)
        {
            Obstacle = $"The official client needs Node and npm, and npm its registry: {installed.Output}";
            return;
        }

        var api = _factory.Api;
        var (ada, bob) = (await api.IssueTokenAsync("ada", "Ada"), await api.IssueTokenAsync("bob", "Bob"));
        var channels = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => api.CreateChannelAsync($"run-{number}", withEliza: true)));
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "socketio-client.mjs");
        var run = await NodeProgram.RunAsync(_folder, "node", script, _folder.Path, _factory.Anonymous.Client.BaseAddress!.ToString(), ada, bob, Api.Eliza, string.Join(',', channels));
        run.ExitCode.ShouldBe(0, run.Output);
        Runs = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToDictionary(
            line => line.GetProperty("run").GetString()!,
            line => new ClientCall(line.GetProperty("outcome").GetString()!, line.TryGetProperty("reason", out var reason) ? reason.GetString() : null));
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Dispose();
    }
}
