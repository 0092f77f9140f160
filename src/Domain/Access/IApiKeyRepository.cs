namespace Eliza.Domain.Access;

public interface IApiKeyRepository
{
    Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken);

    void Add(ApiKey key);
}
