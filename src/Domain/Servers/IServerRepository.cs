namespace Eliza.Domain.Servers;

/// <summary>Servers. Whether there is one is all that a change needs to know of it.</summary>
public interface IServerRepository
{
    Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken);

    void Add(Server server);
}
