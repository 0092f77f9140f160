using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway.Logs;

/// <summary>One client that watches the log, and what of it.</summary>
internal sealed class LogWatch(Socket socket, LogStream stream) : IDisposable
{
    private volatile Filter _filter = new(null, 0);

    /// <summary>From now on it is told of that agent and that level alone.</summary>
    /// <param name="agent">The agent's id; null for everything.</param>
    /// <param name="level">The lowest level that it wants, as in <see cref="LogLine"/>.</param>
    public void Narrow(string? agent, int level) => _filter = new Filter(agent, level);

    public void Tell(LogLine line)
    {
        var filter = _filter;
        if (line.Level < filter.Level || (filter.Agent is not null && filter.Agent != line.AgentId)) return;
        socket.Emit(GatewayEvents.LogStream, new { type = "log_entry", payload = line });
        socket.Emit(GatewayEvents.LogEntry, line);
    }

    public void Dispose() => stream.Remove(this);

    private sealed record Filter(string? Agent, int Level);
}
