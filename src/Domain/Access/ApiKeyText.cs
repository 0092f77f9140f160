using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Eliza.Domain.Access;

/// <summary>
/// What our keys look like: <c>eliza_&lt;kind&gt;_</c>, 40 random base-62 characters, and 6 more that are a checksum of all
/// before them, so that a typing error is told from a key without a look-up. The first 6 random characters are no secret:
/// they help people to tell keys apart; the other 34 are worth 202 bits.
/// </summary>
public static class ApiKeyText
{
    public const int MaxPrefixLength = 20;

    /// <summary>What the random part is made of.</summary>
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>How many random characters a key has.</summary>
    public const int RandomLength = 40;

    private const int ChecksumLength = 6;
    private const int ShownLength = 6;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <param name="kind">Whose key it is.</param>
    /// <param name="random">So many characters of the alphabet, drawn at random.</param>
    public static string Of(ApiKeyKind kind, string random)
    {
        var body = Start(kind) + random;
        return body + ChecksumOf(body);
    }

    /// <summary>Whether the text begins as keys of that kind do; it need not be a key.</summary>
    public static bool IsOf(ApiKeyKind kind, string text) => text.StartsWith(Start(kind), StringComparison.Ordinal);

    /// <summary>Whether it is the text of a key of ours, with the right checksum; it need not be one that we made.</summary>
    public static bool IsWellFormed(string text)
    {
        if (StartOf(text) is not { } start || text.Length != start.Length + RandomLength + ChecksumLength) return false;
        return !text.AsSpan(start.Length).ContainsAnyExcept(Allowed)
            && text.AsSpan(text.Length - ChecksumLength).SequenceEqual(ChecksumOf(text[..^ChecksumLength]));
    }

    /// <summary>The part of a key that may be shown; nothing of one that is none of ours.</summary>
    public static string PrefixOf(string text) => IsWellFormed(text) ? text[..(StartOf(text)!.Length + ShownLength)] : "";

    /// <summary>SHA-256 of the key's UTF-8 bytes, as 64 lower-case hexadecimal digits. A key is random and long, so no salt is needed.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? StartOf(string text) =>
        Enum.GetValues<ApiKeyKind>().Where(kind => IsOf(kind, text)).Select(Start).FirstOrDefault();

    private static string Start(ApiKeyKind kind) => $"eliza_{kind.Name()}_";

    private static string ChecksumOf(string body) =>
        string.Concat(SHA256.HashData(Encoding.ASCII.GetBytes(body)).Take(ChecksumLength).Select(b => Alphabet[b % Alphabet.Length]));
}
