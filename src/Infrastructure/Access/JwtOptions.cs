using System.Security.Cryptography;
using System.Text;

namespace Eliza.Infrastructure.Access;

/// <summary>The section <c>Auth:Jwt</c> of the configuration. People's tokens are off until a signing key or an authority is set.</summary>
internal sealed class JwtOptions
{
    /// <summary>HMAC with SHA-256 wants a key as long as its hash (RFC 7518, 3.2).</summary>
    public const int MinKeyBytes = 32;

    /// <summary>The text whose bytes, in UTF-8, sign and verify tokens with HS256.</summary>
    public string? SigningKey { get; set; }

    /// <summary>Who must have issued a token; what our own tokens name as their issuer.</summary>
    public string? Issuer { get; set; }

    /// <summary>Whom a token must be meant for.</summary>
    public string? Audience { get; set; }

    /// <summary>The OpenID provider whose published keys verify tokens with RS256 and ES256.</summary>
    public string? Authority { get; set; }

    public bool IsSigningKeyAllowed => SigningKey is null || Encoding.UTF8.GetByteCount(SigningKey) >= MinKeyBytes;

    public bool IsAuthorityAllowed => Authority is null || (IsSafe(Authority) && new Uri(Authority) is { Query: "", Fragment: "", UserInfo: "" });

    /// <summary>Whoever could change the keys on their way could be anybody: only on this machine itself may they travel in the open.</summary>
    public static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <summary>An empty name would look like a check and be none.</summary>
    public static bool IsNameAllowed(string? name) => name is null || !string.IsNullOrWhiteSpace(name);

    /// <summary>Where the authority describes itself (OpenID Connect Discovery).</summary>
    public Uri DiscoveryAddress() => new(new Uri(Authority!).AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration");

    /// <summary>Whether that is the authority's address: what a provider calls itself unless we are told (OpenID Connect Discovery, 4.3).</summary>
    public bool IsAuthority(string? issuer) => issuer is not null && issuer.TrimEnd('/') == Authority!.TrimEnd('/');

    /// <summary>For development: the tokens work, until the server stops.</summary>
    public void MakeKeyIfNoneIsSet()
    {
        if (SigningKey is null && Authority is null) SigningKey = RandomNumberGenerator.GetHexString(2 * MinKeyBytes);
    }
}
