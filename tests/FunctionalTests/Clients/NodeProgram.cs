using System.ComponentModel;
using System.Diagnostics;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Clients;

/// <summary>Node and npm, where they are installed.</summary>
internal static class NodeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end; -1 when there is none of that name.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(TemporaryFolder folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception exception)
        {
            return (-1, $"{program} cannot be run ({exception.Message})");
        }
    }
}
