using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

/// <summary>What is no signed token in its compact form, or a longer one than anybody needs.</summary>
public sealed class MalformedTokenTests
{
    private static readonly UserTokensBuilder Tokens = new();

    [Theory]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"alg":256}""")]
    [InlineData("""{"alg":["HS256"]}""")]
    [InlineData("""{"ALG":"HS256"}""")]
    [InlineData("""{"alg":"none","alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256",}""")]
    [InlineData("""{"alg":"HS256"} x""")]
    [InlineData("""["HS256"]""")]
    [InlineData("\"HS256\"")]
    [InlineData("null")]
    [InlineData("")]
    public Task Read_WhenTheHeaderIsNone_Refuses(string header) => ShouldRefuse(new TokenBuilder { Header = header }.Build());

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("ada")]
    [InlineData("""{"sub":"ada","exp":4000000000,"exp":4000000000}""")]
    [InlineData("""{"sub":"bob","sub":"ada","exp":4000000000}""")]
    [InlineData("""{"sub":"ada","exp":4000000000""")]
    public Task Read_WhenTheClaimsAreNone_Refuses(string claims) => ShouldRefuse(new TokenBuilder().BuildWith(claims));

    [Fact]
    public async Task Read_WhenPartsAreMissingSwappedOrTooMany_Refuses()
    {
        var token = new TokenBuilder().Build();
        var parts = token.Split('.');
        var bobs = new TokenBuilder { Change = """{"sub":"bob"}""" }.Build().Split('.');
        string[] wrong =
        [
            "", ".", "..", "...", "....", " ", parts[0], $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.", $".{parts[1]}.{parts[2]}", $"{parts[0]}..{parts[2]}",
            $"{parts[1]}.{parts[0]}.{parts[2]}", $"{parts[0]}.{parts[2]}.{parts[1]}", $"{parts[0]}.{bobs[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{bobs[2]}",
            $"{token}.", $".{token}", $"{token}.{parts[2]}", $"{token}.{token}", $" {token}", $"{token} ", $"{token}\n", $"{token}=", $"{token}A", $"\"{token}\"",
            $"{parts[0]}.{parts[1]}.{parts[2]}.{parts[1]}.{parts[2]}", $"Bearer {token}", token.Replace('.', ','), token.ToUpperInvariant(),
        ];

        foreach (var text in wrong) await ShouldRefuse(text);
    }

    [Theory]
    [InlineData("""{"alg":"dir","enc":"A256GCM"}""")]
    [InlineData("""{"alg":"HS256","enc":"A256GCM"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    public Task Read_WhenItIsEncrypted_Refuses(string header) => ShouldRefuse($"{TokenBuilder.Part(header)}.AAAA.AAAA.AAAA.AAAA");

    [Theory]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public async Task Read_WhenItIsLong_TakesNoMoreThanEightThousand(int length, bool valid)
    {
        // Three characters of base64url are two bytes or more: the padding of the claims alone does not reach every length.
        var token = Enumerable.Range(0, 4).SelectMany(inHeader => Enumerable.Range(5900, 200).Select(inClaims => new TokenBuilder
        {
            Header = $$"""{"alg":"HS256","x":"{{new string('x', inHeader)}}"}""",
            Change = $$"""{"x":"{{new string('x', inClaims)}}"}""",
        }.Build())).First(text => text.Length == length);

        (await Tokens.Build().ReadAsync(token, TestContext.Current.CancellationToken)).IsSuccess.ShouldBe(valid);
    }

    [Fact]
    public async Task Read_WhenItIsHuge_Refuses()
    {
        await ShouldRefuse(new string('.', 1_000_000));
        await ShouldRefuse(new string('A', 1_000_000));
        await ShouldRefuse(new TokenBuilder { Change = $$"""{"x":"{{new string('x', 1_000_000)}}"}""" }.Build());
        await ShouldRefuse(new TokenBuilder().BuildWith(new string('[', 5000)));
    }

    private static async Task ShouldRefuse(string token) =>
        (await Tokens.Build().ReadAsync(token, TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
}
