using Eliza.Application.Health;

namespace Eliza.WebApi.Hosting;

/// <summary>As this process sees itself. It is made when the server starts.</summary>
internal sealed class ServerState(OpenConnections connections, Drain drain, TimeProvider time) : IServerState
{
    private readonly long _started = time.GetTimestamp();

    public TimeSpan Uptime => time.GetElapsedTime(_started);

    public int Connections => connections.Count;

    public MemoryUse Memory => MemoryUse.Of(Environment.WorkingSet, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    public bool IsDraining => drain.IsOn;
}
