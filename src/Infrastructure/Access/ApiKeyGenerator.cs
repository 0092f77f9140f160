using System.Security.Cryptography;
using System.Text;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Makes API keys: <c>eliza_&lt;kind&gt;_</c>, 32 random base-62 characters (190 bits), and 6 more that are a checksum of all
/// before them, so that a typing error can be told from a wrong key.
/// </summary>
internal static class ApiKeyGenerator
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 32;
    private const int ChecksumLength = 6;

    public static string Generate(string kind)
    {
        var body = $"eliza_{kind}_{RandomNumberGenerator.GetString(Base62, RandomLength)}";
        return body + ChecksumOf(body);
    }

    private static string ChecksumOf(string body) =>
        string.Concat(SHA256.HashData(Encoding.ASCII.GetBytes(body)).Take(ChecksumLength).Select(b => Base62[b % Base62.Length]));
}
