using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>Servers, each loaded with as many of its agents as the specification asks for.</summary>
public interface IServerRepository
{
    Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken);

    Task<Server?> FindAsync(ISpecification<Server> specification, CancellationToken cancellationToken);

    void Add(Server server);

    /// <summary>Takes the server away with its channels and all that is in them; answers that tell their messages are emptied.</summary>
    Task RemoveAsync(Server server, CancellationToken cancellationToken);
}
