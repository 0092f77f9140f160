using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Eliza.Infrastructure.Access;

/// <summary>A token's own words, taken from its compact form (RFC 7515). Nobody has vouched for them yet.</summary>
internal sealed record UnverifiedToken(TokenHeader Header, TokenClaims Claims)
{
    /// <summary>More than any token needs, and little to look through.</summary>
    public const int MaxLength = 8192;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Base64UrlCharacters = SearchValues.Create(Alphabet);

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
    };

    /// <summary>Null when it is no signed token: encrypted ones have five parts.</summary>
    public static UnverifiedToken? Read(string text)
    {
        if (text.Length > MaxLength) return null;
        if (text.Split('.') is not [var header, var claims, var signature] || !IsBase64Url(header) || !IsBase64Url(claims) || !IsBase64Url(signature)) return null;
        return Parse<TokenHeader>(header) is { } readHeader && Parse<TokenClaims>(claims) is { } readClaims
            ? new UnverifiedToken(readHeader, readClaims)
            : null;
    }

    /// <summary>
    /// Whether it is the one way to write its bytes. Decoders also take padding, the signs of plain base64, and other bits at
    /// the end that mean nothing; but one token in many spellings would pass for many tokens.
    /// </summary>
    private static bool IsBase64Url(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Base64UrlCharacters)) return false;
        var last = Alphabet.IndexOf(part[^1], StringComparison.Ordinal);
        return (part.Length % 4) switch
        {
            0 => true,
            2 => last % 16 == 0,
            3 => last % 4 == 0,
            _ => false,
        };
    }

    private static T? Parse<T>(string part) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(part), Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
