using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Eliza.UnitTests.TestData;

/// <summary>A pair of keys with which an authority signs; it publishes one half under a name.</summary>
internal sealed record AuthorityKey(string? Kid, AsymmetricAlgorithm Pair)
{
    public string Algorithm => Pair is RSA ? "RS256" : "ES256";

    public static AuthorityKey Rsa(string? kid) => new(kid, RSA.Create(2048));

    public static AuthorityKey Ec(string? kid) => new(kid, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A token of Ada's by this key, from whichever issuer.</summary>
    public TokenBuilder Token(string issuer) => new()
    {
        Header = Kid is null ? $$"""{"alg":"{{Algorithm}}"}""" : $$"""{"alg":"{{Algorithm}}","kid":"{{Kid}}","typ":"at+jwt"}""",
        Change = $$"""{"iss":"{{issuer}}"}""",
        Sign = Sign,
    };

    public byte[] Sign(byte[] data) => Pair is RSA rsa
        ? rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        : ((ECDsa)Pair).SignData(data, HashAlgorithmName.SHA256);

    public JsonObject ToJwk()
    {
        var jwk = new JsonObject { ["use"] = "sig", ["alg"] = Algorithm };
        if (Kid is not null) jwk["kid"] = Kid;
        if (Pair is RSA rsa)
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            (jwk["kty"], jwk["n"], jwk["e"]) = ("RSA", Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        }
        else
        {
            var point = ((ECDsa)Pair).ExportParameters(includePrivateParameters: false).Q;
            (jwk["kty"], jwk["crv"], jwk["x"], jwk["y"]) = ("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        }
        return jwk;
    }
}
