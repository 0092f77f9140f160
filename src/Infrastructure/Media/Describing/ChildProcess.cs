using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>Runs a program of ours that is not to be trusted with what it reads: in little memory, knowing none of our secrets, and gone when its time is up.</summary>
internal static class ChildProcess
{
    /// <summary>256 MB of managed memory; the runtime reads it as a hexadecimal number.</summary>
    private const string MemoryLimit = "10000000";

    /// <summary>Where .NET and the system find themselves. All else of our environment, where settings and so secrets are, stays here.</summary>
    private static readonly string[] Kept =
        ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_ROOT_X86", "DOTNET_ROOT(x86)", "LD_LIBRARY_PATH", "SystemRoot", "windir", "TEMP", "TMP", "TMPDIR"];

    private static readonly Dictionary<string, string> Limits = new()
    {
        ["DOTNET_GCHeapHardLimit"] = MemoryLimit,
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",

        // No door for debuggers, which would be a file in a folder that others share.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
    };

    /// <summary>What it writes to its standard output, as UTF-8. When the answer is there, or none will come, neither it nor a child of its own is left.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="maxBytes">The most that it may write.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UndescribedException">It cannot be started, fails, or writes too much.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, int maxBytes, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        try
        {
            // Once it is dead its pipes end, and so does who reads them.
            await using var end = cancellationToken.Register(() => Kill(process));
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            var output = new byte[maxBytes + 1];
            var length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(output, output.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > maxBytes) throw new UndescribedException("its reader says too much");
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? Encoding.UTF8.GetString(output, 0, length) : throw new UndescribedException("it cannot be read");
        }
        finally
        {
            Kill(process);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        }
        foreach (var (name, value) in Limits) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException)
        {
            throw new UndescribedException("its reader cannot be started");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile.
        }
    }
}
