using System.Buffers.Binary;
using System.Net.Sockets;

/// <summary>
/// Runs in a measured server before its own program (the runtime's DOTNET_STARTUP_HOOKS wants this class by this name, in no
/// namespace), and tells whoever connects to its socket how many bytes the process has allocated since its start.
/// </summary>
#pragma warning disable CA1050 // The runtime looks for it in no namespace.
internal static class StartupHook
#pragma warning restore CA1050
{
    /// <summary>The path of the socket.</summary>
    private const string SocketVariable = "ELIZA_BENCHMARK_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "Probe" }.Start();
    }

    private static void Answer(Socket listener)
    {
        var answer = new byte[sizeof(long)];
        while (true)
        {
            using var asker = listener.Accept();
            BinaryPrimitives.WriteInt64LittleEndian(answer, GC.GetTotalAllocatedBytes(precise: true));
            asker.Send(answer);
        }
    }
}
