namespace Eliza.Domain.Access;

/// <summary>API keys, loaded to be changed. Whose a key is that somebody presents is another question, asked elsewhere.</summary>
public interface IApiKeyRepository
{
    Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken);

    void Add(ApiKey key);
}
