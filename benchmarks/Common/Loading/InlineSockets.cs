namespace Eliza.Benchmarks.Common.Loading;

/// <summary>
/// One thread waits for all sockets and goes on with whatever was received itself, instead of waking others for it: the load
/// shares the processors with the server, and so takes half as much of them.
/// </summary>
internal static class InlineSockets
{
    /// <summary>Before the first socket: the runtime reads these once.</summary>
    public static void Enable()
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");
    }
}
