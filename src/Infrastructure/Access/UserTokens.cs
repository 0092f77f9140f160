using System.Text;
using Eliza.Application.Access;
using Eliza.Domain.Common;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Mints tokens with the signing key, and believes those that it or the authority vouches for. The algorithm decides which of
/// the two is asked, so a public key of the authority is never taken for a secret.
/// </summary>
internal sealed class UserTokens : IUserTokens
{
    private const string UsualIssuer = "eliza";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly VerifiedTokens _verified = new();
    private readonly JwtOptions _jwt;
    private readonly AuthorityKeys _authority;
    private readonly TimeProvider _time;
    private readonly SigningCredentials? _signing;
    private readonly TokenValidationParameters? _rules;

    public UserTokens(IOptions<AuthOptions> options, AuthorityKeys authority, TimeProvider time)
    {
        (_jwt, _authority, _time) = (options.Value.Jwt, authority, time);
        if (_jwt.SigningKey is null) return;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(_jwt.SigningKey));
        _signing = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _rules = TokenRules.For([key], [SecurityAlgorithms.HmacSha256], _jwt.Issuer, _jwt.Audience);
    }

    public Result<IssuedToken> Issue(ActorId user, DisplayName? name, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        if (_signing is null) return AccessErrors.TokensAreOff;

        var now = _time.GetUtcNow();
        var issuedAt = WholeSeconds(now);
        var expires = WholeSeconds(now + lifetime);
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = user.Value,
            [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
        };
        if (name is not null) claims[JwtRegisteredClaimNames.Name] = name.Value;

        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Issuer = _jwt.Issuer ?? UsualIssuer,
            Audience = _jwt.Audience,
            IssuedAt = issuedAt.UtcDateTime,
            NotBefore = issuedAt.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = _signing,
        });
        return new IssuedToken(token, expires.ToUnixTimeSeconds());
    }

    public async Task<Result<Caller>> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (_verified.Find(token) is { } known) return known.Times.AreInForceAt(_time.GetUtcNow()) ? known.Caller : AccessErrors.InvalidCredential;

        // What needs no key comes first: nobody makes us ask the authority with a token that would be refused anyway.
        if (UnverifiedToken.Read(token) is not { Header.IsForCalls: true, Claims: { Subject: { } user } claims } unverified
            || !claims.AreInForceAt(_time.GetUtcNow())) return AccessErrors.InvalidCredential;

        var refusal = unverified.Header.Alg switch
        {
            SecurityAlgorithms.HmacSha256 when _rules is not null => RefusalOf(await _handler.ValidateTokenAsync(token, _rules)),
            SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.EcdsaSha256 when _jwt.Authority is not null => await AskAuthorityAsync(token, cancellationToken),
            _ => AccessErrors.InvalidCredential,
        };
        if (refusal is not null) return refusal;

        // What an authority vouched for it may take back, by publishing other keys.
        var caller = Caller.User(user, claims.DisplayName);
        if (unverified.Header.Alg == SecurityAlgorithms.HmacSha256) _verified.Add(token, new VerifiedToken(caller, claims with { Name = default }));
        return caller;
    }

    /// <returns>Why the token is refused; null when the authority vouches for it.</returns>
    private async Task<Error?> AskAuthorityAsync(string token, CancellationToken cancellationToken)
    {
        if (await _authority.GetAsync(cancellationToken) is not { } rules) return AccessErrors.AuthorityUnavailable;
        var validated = await _handler.ValidateTokenAsync(token, rules);
        if (validated.Exception is SecurityTokenSignatureKeyNotFoundException
            && await _authority.RefreshAsync(cancellationToken) is { } refreshed && refreshed != rules)
            validated = await _handler.ValidateTokenAsync(token, refreshed);
        return RefusalOf(validated);
    }

    private static Error? RefusalOf(TokenValidationResult validated) => validated.IsValid ? null : AccessErrors.InvalidCredential;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
