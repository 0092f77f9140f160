using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Clients;

/// <summary>
/// The reference's published client (<c>@elizaos/api-client</c>), as npm gives it, under Node and against a whole server: one
/// run, in which each of its methods is called once.
/// </summary>
public sealed class PublishedClient : IAsyncLifetime
{
    private const string Package = "@elizaos/api-client@1.7.2";
    private const string Integrity = "1v0fBpzHrUUfl1kUUuLuma7r5VSdB2bf8prnGyGsrwbBOMDTZencr6inwm/NIpzXmzJFv8Q++x0paLd0PoYqBA==";

    private readonly ApiFactory _factory = new();
    private readonly TemporaryFolder _folder = new();

    /// <summary>Why the client cannot be run here; null when it was.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>How each call ended, by service and method.</summary>
    public IReadOnlyDictionary<string, ClientCall> Calls { get; private set; } = new Dictionary<string, ClientCall>();

    /// <summary>All methods that the client has, by its own account.</summary>
    public IReadOnlyList<string> Methods { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var packed = await NodeProgram.RunAsync(_folder, "npm", "pack", Package, "--silent");
        if (packed.ExitCode != 0)
        {
            Obstacle = $"The published client needs Node and npm, and npm its registry: {packed.Output}";
            return;
        }
        await UnpackAsync(Directory.GetFiles(_folder.Path, "*.tgz").Single());

        var agentKey = await _factory.Api.CreateKeyAsync(new { name = "the client's agent", kind = "agent", agentId = Api.Eliza, scopes = new[] { "messages:read", "messages:write" } });
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "elizaos-client.mjs");
        var entry = Path.Combine(_folder.Path, "package", "dist", "index.js");
        var run = await NodeProgram.RunAsync(_folder, "node", script, entry, _factory.Anonymous.Client.BaseAddress!.ToString(), ApiFactory.Key, agentKey, Api.Eliza);
        run.ExitCode.ShouldBe(0, run.Output);
        Read(run.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Dispose();
    }

    private async Task UnpackAsync(string archive)
    {
        await using var file = File.OpenRead(archive);
        Convert.ToBase64String(await SHA512.HashDataAsync(file)).ShouldBe(Integrity, $"{Package} is not what it was when this test was written");
        file.Position = 0;
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, _folder.Path, overwriteFiles: false);
    }

    private void Read(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Methods = [.. lines.Where(line => line.TryGetProperty("methods", out _))
            .SelectMany(line => line.GetProperty("methods").EnumerateArray(), (line, method) => $"{line.GetProperty("service")}.{method}")];
        Calls = lines.Where(line => line.TryGetProperty("outcome", out _)).ToDictionary(
            line => $"{line.GetProperty("service")}.{line.GetProperty("method")}",
            line => new ClientCall(line.GetProperty("outcome").GetString()!, line.TryGetProperty("reason", out var reason) ? reason.GetString() : null));
    }
}

/// <summary>How a call of the client ended: <c>passed</c>, <c>absent</c> (our 404) or <c>failed</c>, and why.</summary>
public sealed record ClientCall(string Outcome, string? Reason);
