using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

/// <summary>The attacks of RFC 8725, each made by hand.</summary>
public sealed class HostileTokenTests
{
    private static readonly UserTokensBuilder Tokens = new();

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    [InlineData("")]
    [InlineData("hs256")]
    [InlineData("HS256 ")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Read_WhenItNamesAnotherAlgorithm_Refuses(string algorithm)
    {
        var token = new TokenBuilder { Header = $$"""{"alg":"{{algorithm}}","typ":"JWT"}""" };

        await ShouldRefuse(token.Build());
        await ShouldRefuse((token with { Sign = _ => [] }).Build());
        await ShouldRefuse((token with { Sign = _ => [] }).Build().TrimEnd('.'));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" JWT\"")]
    [InlineData("\"JWE\"")]
    [InlineData("\"logout+jwt\"")]
    [InlineData("\"dpop+jwt\"")]
    [InlineData("\"id_token+jwt\"")]
    [InlineData("\"application/logout+jwt\"")]
    [InlineData("\"application/application/jwt\"")]
    [InlineData("\"text/jwt\"")]
    [InlineData("5")]
    [InlineData("[\"JWT\"]")]
    public Task Read_WhenItIsAnotherKindOfToken_Refuses(string type) => ShouldRefuse(new TokenBuilder { Header = $$"""{"alg":"HS256","typ":{{type}}}""" }.Build());

    [Theory]
    [InlineData("""["exp"]""")]
    [InlineData("""["b64"],"b64":false""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"exp\"")]
    public Task Read_WhenItNeedsAnExtension_Refuses(string critical) => ShouldRefuse(new TokenBuilder { Header = $$"""{"alg":"HS256","crit":{{critical}}}""" }.Build());

    [Fact]
    public Task Read_WhenAnotherKeySigned_Refuses() =>
        ShouldRefuse(new TokenBuilder { Sign = data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(TokenBuilder.Secret + "!"), data) }.Build());

    [Fact]
    public async Task Read_WhenAStrongerHashWasTakenWithTheRightKey_Refuses()
    {
        await ShouldRefuse(new TokenBuilder { Header = """{"alg":"HS384"}""", Sign = data => HMACSHA384.HashData(TokenBuilder.SecretBytes, data) }.Build());
        await ShouldRefuse(new TokenBuilder { Header = """{"alg":"HS512"}""", Sign = data => HMACSHA512.HashData(TokenBuilder.SecretBytes, data) }.Build());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(31)]
    public Task Read_WhenTheSignatureIsCutOff_Refuses(int bytes) =>
        ShouldRefuse(new TokenBuilder { Sign = data => HMACSHA256.HashData(TokenBuilder.SecretBytes, data)[..bytes] }.Build());

    [Fact]
    public async Task Read_WhenItBringsItsOwnKey_DoesNotTakeIt()
    {
        var key = new byte[32];
        var jwk = $$"""{"kty":"oct","k":"{{Base64Url.EncodeToString(key)}}"}""";
        foreach (var own in new[] { $"\"jwk\":{jwk}", "\"jku\":\"http://127.0.0.1:9/keys\"", "\"x5u\":\"http://127.0.0.1:9/cert\"", "\"x5c\":[\"AAAA\"]", "\"kid\":\"../../dev/null\"" })
        {
            var header = $$"""{"alg":"HS256",{{own}}}""";
            await ShouldRefuse(new TokenBuilder { Header = header, Sign = data => HMACSHA256.HashData(key, data) }.Build());
            await ShouldRefuse(new TokenBuilder { Header = header, Sign = data => HMACSHA256.HashData(Array.Empty<byte>(), data) }.Build());
        }
    }

    [Fact]
    public async Task Read_WhenTokensAreOff_Refuses()
    {
        var off = new UserTokensBuilder { SigningKey = null }.Build();

        (await off.ReadAsync(new TokenBuilder().Build(), TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
        (await off.ReadAsync(AuthorityKey.Ec("1").Token("anybody").Build(), TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
    }

    private static async Task ShouldRefuse(string token) =>
        (await Tokens.Build().ReadAsync(token, TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
}
