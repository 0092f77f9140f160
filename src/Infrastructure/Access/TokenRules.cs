using Microsoft.IdentityModel.Tokens;

namespace Eliza.Infrastructure.Access;

/// <summary>What a token must be to be believed.</summary>
internal static class TokenRules
{
    /// <param name="keys">The keys of one source. Each source has rules of its own, so no algorithm is tried with a key that is not meant for it.</param>
    /// <param name="algorithms">The algorithms of that source, and no other.</param>
    /// <param name="issuer">Who must have issued the token; null for anybody who holds the key.</param>
    /// <param name="audience">Whom the token must be meant for; null for anybody.</param>
    public static TokenValidationParameters For(IEnumerable<SecurityKey> keys, IEnumerable<string> algorithms, string? issuer, string? audience) => new()
    {
        IssuerSigningKeys = keys,
        ValidAlgorithms = algorithms,
        ValidateIssuer = issuer is not null,
        ValidIssuer = issuer,
        ValidateAudience = audience is not null,
        ValidAudience = audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,

        // TokenClaims has judged the times before, by our clock; the library would ask the machine's.
        ValidateLifetime = false,
    };
}
