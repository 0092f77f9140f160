using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

/// <summary>Servers are named by ids that clients write; what is no UUID names nothing.</summary>
internal static class ServerLookup
{
    /// <summary>The server without any agent loaded, or null.</summary>
    public static async Task<Server?> FindAsync(this IServerRepository servers, string serverId, CancellationToken cancellationToken) =>
        ServerId.TryParse(serverId, out var id) ? await servers.FindAsync(new ServerById(id), cancellationToken) : null;

    /// <summary>The server with just this agent loaded, or null.</summary>
    public static async Task<Server?> FindWithAgentAsync(
        this IServerRepository servers, string serverId, ActorId agent, CancellationToken cancellationToken) =>
        ServerId.TryParse(serverId, out var id) ? await servers.FindAsync(new ServerWithAgent(id, agent), cancellationToken) : null;
}
