using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Eliza.Benchmarks.Common;

/// <summary>The server as it is published for this machine: compiled ahead. It is gone with this object.</summary>
public sealed class PublishedServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eliza-published-").FullName;

    private PublishedServer()
    {
    }

    /// <summary>Its Eliza.WebApi.dll.</summary>
    public string Program => Path.Combine(_folder, "Eliza.WebApi.dll");

    /// <summary>Publishes it from the sources that this program was built from; takes up to a minute.</summary>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static async Task<PublishedServer> MakeAsync()
    {
        var server = new PublishedServer();
        var publish = new ProcessStartInfo(
            "dotnet",
            ["publish", "src/WebApi", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", server._folder, "-v", "quiet", "-nologo"])
        {
            WorkingDirectory = BuiltAlong.Root,
        };
        using var process = Process.Start(publish)!;
        await process.WaitForExitAsync();
        if (process.ExitCode == 0) return server;
        server.Dispose();
        throw new InvalidOperationException("The server could not be published.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
