using Eliza.Application.Access.RotateApiKey;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Access;

/// <summary>The body of a key's rotation; it may be missing.</summary>
public sealed class RotateApiKeyRequest : CreatingRequest
{
    /// <summary>How long the old key is still taken, a week at most; not at all when missing.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>How long the key is valid from now on; its end stays as it was when missing.</summary>
    public long? ExpiresInSeconds { get; init; }

    internal RotateApiKeyCommand ToCommand(string keyId) => new(keyId, GracePeriodSeconds, ExpiresInSeconds);
}
