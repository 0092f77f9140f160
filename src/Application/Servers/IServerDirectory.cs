using Eliza.Application.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

/// <summary>What other modules may ask of servers.</summary>
public interface IServerDirectory : IModulePort
{
    /// <summary>Makes sure that the server is there when the present unit of work commits: a server named for the first time is created.</summary>
    Task EnsureAsync(ServerId id, CancellationToken cancellationToken);

    /// <summary>The server, or null.</summary>
    Task<ServerEntry?> FindAsync(ServerId id, CancellationToken cancellationToken);
}

/// <summary>What it takes to work in a server.</summary>
/// <param name="SourceType">The platform that it stands for a part of, or null.</param>
public sealed record ServerEntry(ServerId Id, string? SourceType);

/// <summary>Servers are named by ids that clients write; what is no UUID names nothing.</summary>
public static class ServerDirectoryLookup
{
    /// <summary>The server of that id, or null.</summary>
    public static async Task<ServerEntry?> FindAsync(this IServerDirectory servers, string serverId, CancellationToken cancellationToken) =>
        ServerId.TryParse(serverId, out var id) ? await servers.FindAsync(id, cancellationToken) : null;
}
