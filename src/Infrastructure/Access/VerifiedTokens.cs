using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Tokens whose signature by our own key was found good: it stays so while the server runs, and to compute it takes ten times as long
/// as to know the token again. Whether a token is in force is judged each time. Known by their hashes: what is kept signs nobody in.
/// </summary>
/// <remarks>One takes two kilobytes at most: together they are bounded to 20 MB. Only who has a good token can add one.</remarks>
internal sealed class VerifiedTokens
{
    internal const int Most = 10_000;

    private readonly ConcurrentDictionary<string, VerifiedToken> _tokens = new();

    public int Count => _tokens.Count;

    /// <summary>Who bears the token, and when; null when it was not verified yet.</summary>
    public VerifiedToken? Find(string token) => token.Length <= UnverifiedToken.MaxLength ? _tokens.GetValueOrDefault(HashOf(token)) : null;

    /// <summary>When there is no room left all are verified anew.</summary>
    public void Add(string token, VerifiedToken verified)
    {
        if (_tokens.Count >= Most) _tokens.Clear();
        _tokens[HashOf(token)] = verified;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
