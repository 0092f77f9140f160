namespace Eliza.Domain.Servers;

public interface IServerRepository
{
    Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken);

    void Add(Server server);
}
