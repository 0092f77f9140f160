namespace Eliza.Application.Access;

/// <summary>Tells whose an API key is.</summary>
public interface IApiKeyLookup
{
    /// <param name="key">The key as the client presented it, whatever it is.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Who presents it, or null when it is no key of ours.</returns>
    Task<ApiKeyEntry?> FindAsync(string key, CancellationToken cancellationToken);
}

/// <summary>A credential that is valid now.</summary>
public sealed record ApiKeyEntry(Guid Id, string Name);
