using Eliza.Application.Common;

namespace Eliza.Application.Health.GetStatus;

/// <summary>How the server is doing, in a line.</summary>
public sealed record GetStatusQuery : IQuery<StatusReport>;

/// <param name="Status">ok.</param>
/// <param name="AgentCount">How many agents are active.</param>
/// <param name="Timestamp">The server's time.</param>
/// <param name="Uptime">How long it has been running, in seconds.</param>
public sealed record StatusReport(
    string Status, int AgentCount, DateTimeOffset Timestamp, AgentCounts Agents, MemoryUse Memory, double Uptime, string Version);
