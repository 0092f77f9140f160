using Eliza.Application.Common;

namespace Eliza.Application.Access.RevokeApiKey;

/// <summary>
/// Ends a key for good, at once on this server and within two seconds on others; it stays in the list. Admins alone may. To revoke it
/// twice is no error.
/// </summary>
/// <param name="KeyId">From the path, as the client wrote it.</param>
public sealed record RevokeApiKeyCommand(string KeyId) : ICommand<ApiKeyResponse>;
