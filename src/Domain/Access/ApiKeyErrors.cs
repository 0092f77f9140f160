using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

public static class ApiKeyErrors
{
    public static readonly Error Ended = new(
        "ApiKey.Ended", ErrorKind.Conflict, "API key is no longer valid", "A key that is revoked or expired cannot be rotated; make a new one");

    public static readonly Error Bootstrap = new(
        "ApiKey.Bootstrap", ErrorKind.Conflict, "The bootstrap key is not rotated here", "The server's operator replaces the bootstrap key by the setting Auth:BootstrapApiKey");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "ApiKey.NotFound", ErrorKind.NotFound, "API key not found", $"API key with ID '{id}' does not exist");
}
