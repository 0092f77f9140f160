using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class IssueTokenTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Issue_WhenReadAgain_IsThatPerson()
    {
        var tokens = new UserTokensBuilder().Build();

        var issued = tokens.Issue(Ids.Ada, DisplayName.From("Ada Lovelace"), Lifetime).ShouldSucceed();

        issued.ExpiresAt.ShouldBe(TokenBuilder.Now + 15 * 60);
        (await tokens.ReadAsync(issued.Token, TestContext.Current.CancellationToken)).ShouldSucceed()
            .ShouldBe(Caller.User(Ids.Ada, DisplayName.From("Ada Lovelace")));
    }

    [Fact]
    public void Issue_WhenNothingElseIsConfigured_SaysWhoWhenAndByWhom()
    {
        var token = new UserTokensBuilder().Build().Issue(Ids.Ada, DisplayName.From("Åda 🌸 \"<b>\""), Lifetime).ShouldSucceed().Token;

        var claims = Decode(token.Split('.')[1]);
        Guid.Parse(claims.GetProperty("jti").GetString()!).Version.ShouldBe(7);
        claims.GetProperty("sub").GetString().ShouldBe("ada");
        claims.GetProperty("name").GetString().ShouldBe("Åda 🌸 \"<b>\"");
        claims.GetProperty("iss").GetString().ShouldBe("eliza");
        claims.GetProperty("iat").GetInt64().ShouldBe(TokenBuilder.Now);
        claims.GetProperty("nbf").GetInt64().ShouldBe(TokenBuilder.Now);
        claims.GetProperty("exp").GetInt64().ShouldBe(TokenBuilder.Now + 15 * 60);
        claims.TryGetProperty("aud", out _).ShouldBeFalse();
    }

    [Fact]
    public void Issue_WhenIssuerAndAudienceAreConfigured_NamesThem()
    {
        var tokens = new UserTokensBuilder { Issuer = "https://id.example.org", Audience = "chat" }.Build();

        var claims = Decode(tokens.Issue(Ids.Ada, name: null, Lifetime).ShouldSucceed().Token.Split('.')[1]);

        claims.GetProperty("iss").GetString().ShouldBe("https://id.example.org");
        claims.GetProperty("aud").GetString().ShouldBe("chat");
        claims.TryGetProperty("name", out _).ShouldBeFalse();
    }

    [Fact]
    public void Issue_WhenLookedAtByHand_IsSignedWithTheKeyByHs256()
    {
        var parts = new UserTokensBuilder().Build().Issue(Ids.Ada, name: null, Lifetime).ShouldSucceed().Token.Split('.');

        var header = Decode(parts[0]);
        header.EnumerateObject().Select(property => (property.Name, property.Value.GetString())).ShouldBe([("alg", "HS256"), ("typ", "JWT")], ignoreOrder: true);
        Base64Url.DecodeFromChars(parts[2]).ShouldBe(HMACSHA256.HashData(TokenBuilder.SecretBytes, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
    }

    [Fact]
    public void Issue_WhenTheClockStandsBetweenSeconds_CountsWholeOnes()
    {
        var time = new ManualTimeProvider();
        time.Advance(TimeSpan.FromMilliseconds(900));

        var issued = new UserTokensBuilder { Time = time }.Build().Issue(Ids.Ada, name: null, TimeSpan.FromMilliseconds(60_500)).ShouldSucceed();

        issued.ExpiresAt.ShouldBe(TokenBuilder.Now + 61);
        Decode(issued.Token.Split('.')[1]).GetProperty("iat").GetInt64().ShouldBe(TokenBuilder.Now);
    }

    [Fact]
    public void Issue_WhenTwice_GivesTwoTokens()
    {
        var tokens = new UserTokensBuilder().Build();

        tokens.Issue(Ids.Ada, name: null, Lifetime).Value.Token.ShouldNotBe(tokens.Issue(Ids.Ada, name: null, Lifetime).Value.Token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://id.example.org")]
    public void Issue_WithoutASigningKey_SaysThatTokensAreOff(string? authority) =>
        new UserTokensBuilder { SigningKey = null, Authority = authority }.Build().Issue(Ids.Ada, name: null, Lifetime).ShouldFail("Access.TokensAreOff");

    [Fact]
    public void Issue_WhenItWouldNeverBeValid_IsABug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new UserTokensBuilder().Build().Issue(Ids.Ada, name: null, TimeSpan.Zero));

    private static JsonElement Decode(string part) => JsonElement.Parse(Base64Url.DecodeFromChars(part));
}
