using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

/// <summary>The clocks of issuers may be off by a minute, and by no more.</summary>
public sealed class TokenTimesTests
{
    [Theory]
    [InlineData("exp", -59, true)]
    [InlineData("exp", -60, true)]
    [InlineData("exp", -61, false)]
    [InlineData("nbf", 59, true)]
    [InlineData("nbf", 60, true)]
    [InlineData("nbf", 61, false)]
    [InlineData("iat", 59, true)]
    [InlineData("iat", 60, true)]
    [InlineData("iat", 61, false)]
    [InlineData("iat", -1_000_000, true)]
    [InlineData("nbf", -1_000_000, true)]
    [InlineData("exp", 1_000_000_000, true)]
    public async Task Read_WhenATimeIsOffBySeconds_BearsAMinute(string claim, long seconds, bool valid) =>
        (await IsValid($$"""{"{{claim}}":{{TokenBuilder.Now + seconds}}}""")).ShouldBe(valid);

    [Theory]
    [InlineData(60_000, true)]
    [InlineData(60_001, false)]
    public async Task Read_WhenTheClockMovesOn_EndsToTheMillisecond(int milliseconds, bool valid)
    {
        var time = new ManualTimeProvider();
        var tokens = new UserTokensBuilder { Time = time }.Build();
        var token = tokens.Issue(Ids.Ada, name: null, TimeSpan.FromSeconds(30)).Value.Token;
        time.Advance(TimeSpan.FromSeconds(30) + TimeSpan.FromMilliseconds(milliseconds));

        (await tokens.ReadAsync(token, TestContext.Current.CancellationToken)).IsSuccess.ShouldBe(valid);
    }

    [Theory]
    [InlineData("""{"exp":null}""")]
    [InlineData("""{"exp":"4000000000"}""")]
    [InlineData("""{"exp":"never"}""")]
    [InlineData("""{"exp":true}""")]
    [InlineData("""{"exp":[4000000000]}""")]
    [InlineData("""{"exp":0}""")]
    [InlineData("""{"exp":-1}""")]
    [InlineData("""{"nbf":"0"}""")]
    [InlineData("""{"iat":"0"}""")]
    [InlineData("""{"iat":{}}""")]
    public async Task Read_WhenATimeIsMissingOrNone_Refuses(string change) => (await IsValid(change)).ShouldBeFalse();

    [Theory]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-1e999")]
    [InlineData("0x7fffffff")]
    public async Task Read_WhenTheEndIsNoFiniteNumber_Refuses(string exp) =>
        (await new UserTokensBuilder().Build().ReadAsync(new TokenBuilder().BuildWith($$"""{"sub":"ada","exp":{{exp}}}"""), TestContext.Current.CancellationToken))
            .ShouldFail("Access.InvalidCredential");

    /// <summary>RFC 7519 lets them have fractions, and some issuers' do.</summary>
    [Theory]
    [InlineData("""{"iat":1772600767.25}""", true)]
    [InlineData("""{"exp":1772600707.5,"iat":null}""", true)]
    [InlineData("""{"exp":1772600706.5,"iat":null}""", false)]
    [InlineData("""{"exp":9e9}""", true)]
    public async Task Read_WhenATimeHasAFraction_TakesIt(string change, bool valid) => (await IsValid(change)).ShouldBe(valid);

    private static async Task<bool> IsValid(string change) =>
        (await new UserTokensBuilder().Build().ReadAsync(new TokenBuilder { Change = change }.Build(), TestContext.Current.CancellationToken)).IsSuccess;
}
