using Eliza.Application.Common;

namespace Eliza.Application.Health.GetServers;

/// <summary>What runs on this server. Admins alone may ask.</summary>
public sealed record GetServersQuery : IQuery<ServersReport>;

/// <param name="Servers">The servers, oldest first, 100 at most.</param>
/// <param name="Runtime">How the process is doing.</param>
/// <param name="Environment">Always empty: the server's environment holds secrets, and nobody is shown it.</param>
public sealed record ServersReport(IReadOnlyList<ServerSummary> Servers, RuntimeReport Runtime, IReadOnlyDictionary<string, string> Environment);

/// <param name="Agents">The agents, oldest first, 100 at most.</param>
/// <param name="Connections">How many connections are open.</param>
/// <param name="Uptime">How long it has been running, in seconds.</param>
public sealed record RuntimeReport(IReadOnlyList<AgentSummary> Agents, int Connections, MemoryUse Memory, double Uptime);
