using System.Text.Json;

namespace Eliza.Infrastructure.Access;

/// <summary>What a token's header says, as far as anything depends on it. Keys that it brings along are not even read.</summary>
/// <param name="Alg">The algorithm of the signature.</param>
/// <param name="Typ">What kind of token it is.</param>
/// <param name="Crit">The extensions that a reader must know.</param>
internal sealed record TokenHeader(string? Alg, string? Typ, JsonElement Crit)
{
    private const string MediaTypes = "application/";

    /// <summary>
    /// Whether it is a token to call with: not an ID token, a logout token or whatever else the same key may sign (RFC 8725,
    /// 3.11). We know no extension, so a token that needs one is none for us.
    /// </summary>
    public bool IsForCalls => Crit.ValueKind is JsonValueKind.Undefined && (Typ is null || IsKnownType(Typ));

    private static bool IsKnownType(string typ)
    {
        var name = typ.StartsWith(MediaTypes, StringComparison.OrdinalIgnoreCase) ? typ[MediaTypes.Length..] : typ;
        return name.Equals("JWT", StringComparison.OrdinalIgnoreCase) || name.Equals("at+jwt", StringComparison.OrdinalIgnoreCase);
    }
}
