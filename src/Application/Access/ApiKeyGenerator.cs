using System.Security.Cryptography;
using Eliza.Domain.Access;

namespace Eliza.Application.Access;

/// <summary>Draws the random part of keys.</summary>
public static class ApiKeyGenerator
{
    public static string Generate(ApiKeyKind kind) =>
        ApiKeyText.Of(kind, RandomNumberGenerator.GetString(ApiKeyText.Alphabet, ApiKeyText.RandomLength));
}
