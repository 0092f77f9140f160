using System.Security.Cryptography;
using System.Text.Json;

namespace Eliza.WebApi.Platforms;

/// <summary>
/// The idempotency key of what comes from a platform. There a message's id is only unique in its channel, so all that names the
/// message together is the key (contract: Idempotency).
/// </summary>
internal static class PlatformKey
{
    /// <summary>One short text, whatever platforms take for ids; null when a part is missing, which its validator will say.</summary>
    public static string? Of(params string?[] parts) => parts.Contains(null)
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
}
