using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class HostileAuthorityTokenTests
{
    private static readonly AuthorityKey Rsa = AuthorityKey.Rsa("rsa-1");
    private static readonly AuthorityKey Ec = AuthorityKey.Ec("ec-1");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhenTheSignatureIsNotOfThatKeyOrAlgorithm_Refuses()
    {
        await using var authority = await TestAuthority.StartAsync(Rsa, Ec);
        var tokens = new UserTokensBuilder { Authority = authority.Address }.Build();
        var token = Rsa.Token(authority.Address);
        var rsa = (RSA)Rsa.Pair;
        TokenBuilder[] wrong =
        [
            token with { Sign = AuthorityKey.Rsa("rsa-1").Sign },
            token with { Sign = _ => [] },
            token with { Sign = _ => new byte[256] },
            token with { Sign = data => Rsa.Sign(data)[..255] },
            token with { Header = """{"alg":"RS256","kid":"ec-1"}""" },
            token with { Header = """{"alg":"ES256","kid":"rsa-1"}""" },
            Ec.Token(authority.Address) with { Sign = AuthorityKey.Ec("ec-1").Sign },
            Ec.Token(authority.Address) with { Sign = _ => new byte[64] },
            Ec.Token(authority.Address) with { Header = """{"alg":"ES256","kid":"rsa-1"}""" },
            token with { Header = """{"alg":"PS256","kid":"rsa-1"}""", Sign = data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) },
            token with { Header = """{"alg":"RS384","kid":"rsa-1"}""", Sign = data => rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1) },
            token with { Header = """{"alg":"none","kid":"rsa-1"}""", Sign = _ => [] },
            token with { Header = """{"alg":"RS256","kid":"rsa-1","crit":["exp"]}""" },
            token with { Header = """{"alg":"RS256","kid":"rsa-1","typ":"logout+jwt"}""" },
        ];

        foreach (var hostile in wrong) (await tokens.ReadAsync(hostile.Build(), Cancelled)).ShouldFail("Access.InvalidCredential");
    }

    [Fact]
    public async Task Read_WhenThePublicKeyIsTakenForASecret_Refuses()
    {
        await using var authority = await TestAuthority.StartAsync(Rsa);
        var jwk = Rsa.ToJwk();
        var rsa = (RSA)Rsa.Pair;
        byte[][] secrets =
        [
            rsa.ExportRSAPublicKey(), rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(rsa.ExportRSAPublicKeyPem()),
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem() + "\n"),
            Base64Url.DecodeFromChars(jwk["n"]!.GetValue<string>()), Encoding.ASCII.GetBytes(jwk.ToJsonString()), Encoding.ASCII.GetBytes("rsa-1"),
        ];

        foreach (var signingKey in new[] { null, TokenBuilder.Secret })
        {
            var tokens = new UserTokensBuilder { SigningKey = signingKey, Authority = authority.Address }.Build();
            (await tokens.ReadAsync(Rsa.Token(authority.Address).Build(), Cancelled)).ShouldSucceed();
            foreach (var secret in secrets)
            {
                var token = Rsa.Token(authority.Address) with { Header = """{"alg":"HS256","kid":"rsa-1"}""", Sign = data => HMACSHA256.HashData(secret, data) };
                (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldFail("Access.InvalidCredential");
            }
        }
    }

    [Fact]
    public async Task Read_WhenItBringsItsOwnKey_AsksTheAuthorityAlone()
    {
        await using var authority = await TestAuthority.StartAsync(Rsa);
        await using var attacker = await TestAuthority.StartAsync(AuthorityKey.Rsa("rsa-1"));
        var tokens = new UserTokensBuilder { Authority = authority.Address }.Build();
        foreach (var kid in new[] { "rsa-1", "rsa-2" })
        {
            var header = $$"""{"alg":"RS256","kid":"{{kid}}","jwk":{{attacker.Published[0].ToJwk().ToJsonString()}},"jku":"{{attacker.Address}}/keys","x5u":"{{attacker.Address}}/keys"}""";
            var token = attacker.Published[0].Token(authority.Address) with { Header = header };
            (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldFail("Access.InvalidCredential");
        }
        attacker.Looks.ShouldBe(0);
    }
}
