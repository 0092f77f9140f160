using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class AuthorityTokenTests
{
    private static readonly AuthorityKey Rsa = AuthorityKey.Rsa("rsa-1");
    private static readonly AuthorityKey Ec = AuthorityKey.Ec("ec-1");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhenAPublishedKeySigned_IsThatPerson()
    {
        await using var authority = await TestAuthority.StartAsync(Rsa, Ec);
        var tokens = new UserTokensBuilder { SigningKey = null, Authority = authority.Address + "/" }.Build();

        foreach (var key in new[] { Rsa, Ec })
            (await tokens.ReadAsync(key.Token(authority.Address).Build(), Cancelled)).ShouldSucceed().ShouldBe(Caller.User(Ids.Ada));
        authority.Looks.ShouldBe(1);
    }

    [Fact]
    public async Task Read_WhenThereIsASigningKeyToo_TakesTheTokensOfBoth()
    {
        await using var authority = await TestAuthority.StartAsync(Ec);
        var tokens = new UserTokensBuilder { Authority = authority.Address }.Build();

        (await tokens.ReadAsync(new TokenBuilder().Build(), Cancelled)).ShouldSucceed();
        (await tokens.ReadAsync(Ec.Token(authority.Address).Build(), Cancelled)).ShouldSucceed();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("/other", false)]
    [InlineData(null, true)]
    public async Task Read_WhenNoIssuerIsConfigured_WantsTheOneThatTheAuthorityNames(string? behind, bool valid)
    {
        await using var authority = await TestAuthority.StartAsync(Ec);
        var tokens = new UserTokensBuilder { Authority = authority.Address }.Build();
        var issuer = behind is "" ? "" : authority.Address + behind;

        (await tokens.ReadAsync(Ec.Token(issuer).Build(), Cancelled)).IsSuccess.ShouldBe(valid);
    }

    [Fact]
    public async Task Read_WhenIssuerAndAudienceAreConfigured_WantsThose()
    {
        await using var authority = await TestAuthority.StartAsync(Ec);
        var tokens = new UserTokensBuilder { Authority = authority.Address, Issuer = "https://id.example.org", Audience = "chat" }.Build();
        var right = Ec.Token("-") with { Change = """{"iss":"https://id.example.org","aud":["chat"]}""" };

        (await tokens.ReadAsync(right.Build(), Cancelled)).ShouldSucceed();
        await ShouldRefuse(right with { Change = $$"""{"iss":"{{authority.Address}}","aud":["chat"]}""" });
        await ShouldRefuse(right with { Change = """{"iss":"https://id.example.org","aud":["mail"]}""" });
        await ShouldRefuse(right with { Change = """{"iss":"https://id.example.org"}""" });

        async Task ShouldRefuse(TokenBuilder token) => (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldFail("Access.InvalidCredential");
    }
}
