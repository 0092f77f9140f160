using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

internal sealed class ServerDirectory(IServerRepository servers, TimeProvider time) : IServerDirectory
{
    public async Task EnsureAsync(ServerId id, CancellationToken cancellationToken)
    {
        if (await servers.ExistsAsync(id, cancellationToken)) return;
        servers.Add(Server.Create(id, DisplayName.From($"Server {id}"), time.GetUtcNow()));
    }

    public async Task<ServerEntry?> FindAsync(ServerId id, CancellationToken cancellationToken) =>
        await servers.FindAsync(new ServerById(id), cancellationToken) is { } server ? new ServerEntry(id, server.Source?.Type) : null;
}
