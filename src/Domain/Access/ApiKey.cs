using System.Security.Cryptography;
using System.Text;
using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>A credential of a back end. We keep its hash only: the key itself is never stored.</summary>
public sealed class ApiKey : AggregateRoot
{
    /// <summary>The bootstrap key's row: one, whatever the key is today.</summary>
    public static readonly ApiKeyId BootstrapId = new(Guid.Empty);

    public const int MinLength = 32;

    /// <summary>What a key must be to be taken, worded to follow its name.</summary>
    public static readonly string Rule = $"must be at least {MinLength} visible ASCII characters";

    private ApiKey() { }

    public ApiKeyId Id { get; private set; }

    public DisplayName Name { get; private set; } = null!;

    /// <summary>SHA-256 of the key's UTF-8 bytes, as 64 lower-case hexadecimal digits. A key is random and long, so no salt is needed.</summary>
    public string Hash { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public static ApiKey Bootstrap(string key, DateTimeOffset now) =>
        new() { Id = BootstrapId, Name = DisplayName.From("bootstrap"), Hash = HashOf(key), CreatedAt = now };

    /// <summary>Takes another key in the place of the present one, which stops working. The same key changes nothing.</summary>
    public void Replace(string key, DateTimeOffset now)
    {
        var hash = HashOf(key);
        if (hash == Hash) return;
        Hash = hash;
        CreatedAt = now;
    }

    /// <summary>White space at its ends would get lost on the way through a header, and what is no ASCII would not get through at all.</summary>
    public static bool IsAllowed(string key) => key.Length >= MinLength && key.All(c => c is > ' ' and <= '~');

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
