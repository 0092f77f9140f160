using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ReadTokenTests
{
    [Theory]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","typ":"jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"AT+JWT"}""")]
    [InlineData("""{"alg":"HS256","typ":"application/at+jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"Application/JWT"}""")]
    [InlineData("""{"typ":"JWT","kid":"whatever","alg":"HS256"}""")]
    public Task Read_WhenItsHeaderIsOneOfTheseTokens_IsThatPerson(string header) => ShouldRead(new TokenBuilder { Header = header });

    [Theory]
    [InlineData("""{"name":"Ada Lovelace"}""", "Ada Lovelace")]
    [InlineData("""{"name":" Ada "}""", "Ada")]
    [InlineData("""{"name":""}""", null)]
    [InlineData("""{"name":"\u0000"}""", null)]
    [InlineData("""{"name":42}""", null)]
    [InlineData("""{"name":{"first":"Ada"}}""", null)]
    [InlineData("""{"name":false}""", null)]
    public async Task Read_WhenItSaysAName_TakesItIfItIsOne(string change, string? name)
    {
        var caller = await new UserTokensBuilder().Build().ReadAsync(new TokenBuilder { Change = change }.Build(), TestContext.Current.CancellationToken);

        caller.ShouldSucceed().ShouldBe(Caller.User(Ids.Ada, name is null ? null : DisplayName.From(name)));
    }

    [Theory]
    [InlineData("2026-03-04T05:06:07Z")]
    [InlineData("12345")]
    [InlineData("ada@example.org")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Read_WhenTheSubjectLooksLikeSomethingElse_TakesItAsItIsWritten(string subject)
    {
        var token = new TokenBuilder { Change = $$"""{"sub":"{{subject}}"}""" }.Build();

        (await new UserTokensBuilder().Build().ReadAsync(token, TestContext.Current.CancellationToken)).ShouldSucceed().Actor.ShouldBe(ActorId.From(subject));
    }

    [Theory]
    [InlineData("""{"iss":"anybody"}""")]
    [InlineData("""{"iss":"anybody","aud":"anything","jti":"1","roles":["admin"],"deep":{"a":[{"b":null}]}}""")]
    public Task Read_WhenNobodyAsksForIssuerOrAudience_TakesAny(string change) => ShouldRead(new TokenBuilder { Change = change });

    [Theory]
    [InlineData("""{"iss":"https://id.example.org","aud":"chat"}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":["chat"]}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":["other","chat"]}""")]
    public Task Read_WhenIssuerAndAudienceAreTheConfiguredOnes_IsThatPerson(string change) =>
        ShouldRead(new TokenBuilder { Change = change }, new UserTokensBuilder { Issuer = "https://id.example.org", Audience = "chat" });

    [Theory]
    [InlineData("""{"aud":"chat"}""")]
    [InlineData("""{"iss":"","aud":"chat"}""")]
    [InlineData("""{"iss":"https://id.example.org/","aud":"chat"}""")]
    [InlineData("""{"iss":"HTTPS://id.example.org","aud":"chat"}""")]
    [InlineData("""{"iss":["https://id.example.org"],"aud":"chat"}""")]
    [InlineData("""{"iss":"eliza","aud":"chat"}""")]
    [InlineData("""{"iss":"https://id.example.org"}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":""}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":[]}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":"Chat"}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":"chat/"}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":["other"]}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":[["chat"]]}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":{"chat":"chat"}}""")]
    [InlineData("""{"iss":"https://id.example.org","aud":"other chat"}""")]
    public async Task Read_WhenIssuerOrAudienceIsAnother_Refuses(string change)
    {
        var tokens = new UserTokensBuilder { Issuer = "https://id.example.org", Audience = "chat" }.Build();

        (await tokens.ReadAsync(new TokenBuilder { Change = change }.Build(), TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"two words\"")]
    [InlineData("\"a|b\"")]
    [InlineData("123")]
    [InlineData("[\"ada\"]")]
    [InlineData("true")]
    [InlineData("\"\\ud800\"")]
    public async Task Read_WhenTheSubjectIsNobodyWeCouldKnow_Refuses(string subject)
    {
        var token = new TokenBuilder().BuildWith($$"""{"sub":{{subject}},"exp":{{TokenBuilder.Now + 60}}}""");

        (await new UserTokensBuilder().Build().ReadAsync(token, TestContext.Current.CancellationToken)).ShouldFail("Access.InvalidCredential");
    }

    private static async Task ShouldRead(TokenBuilder token, UserTokensBuilder? tokens = null) =>
        (await (tokens ?? new()).Build().ReadAsync(token.Build(), TestContext.Current.CancellationToken)).ShouldSucceed().ShouldBe(Caller.User(Ids.Ada));
}
