using Eliza.Infrastructure.Access;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.TestData;

/// <summary>Reads and makes tokens with the secret of <see cref="TokenBuilder"/>, of any issuer and for any audience, unless told otherwise.</summary>
internal sealed record UserTokensBuilder
{
    public string? SigningKey { get; init; } = TokenBuilder.Secret;

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    public string? Authority { get; init; }

    public ManualTimeProvider Time { get; init; } = new();

    public FakeLogger<AuthorityKeys> Log { get; init; } = new();

    public UserTokens Build()
    {
        var options = Options.Create(new AuthOptions { Jwt = new() { SigningKey = SigningKey, Issuer = Issuer, Audience = Audience, Authority = Authority } });
        return new UserTokens(options, new AuthorityKeys(options, Time, Log), Time);
    }
}
