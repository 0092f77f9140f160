using Eliza.Infrastructure.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class AuthorityKeyChangeTests
{
    private static readonly AuthorityKey Old = AuthorityKey.Rsa("1");
    private static readonly AuthorityKey New = AuthorityKey.Ec("2");

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhenTheKeysWereChanged_LooksForTheNewOneAtOnce()
    {
        await using var authority = await TestAuthority.StartAsync(Old);
        var tokens = Tokens(authority);
        (await tokens.ReadAsync(Old.Token(authority.Address).Build(), Cancelled)).ShouldSucceed();

        authority.Published[0] = New;

        (await tokens.ReadAsync(New.Token(authority.Address).Build(), Cancelled)).ShouldSucceed();
        (await tokens.ReadAsync(Old.Token(authority.Address).Build(), Cancelled)).ShouldFail("Access.InvalidCredential");
    }

    [Fact]
    public async Task Read_WhenAKeyWasTakenBack_HearsOfItInTime()
    {
        await using var authority = await TestAuthority.StartAsync(Old, New);
        var tokens = Tokens(authority);
        var token = (Old.Token(authority.Address) with { Change = $$"""{"iss":"{{authority.Address}}","exp":4000000000}""" }).Build();
        (await tokens.ReadAsync(token, Cancelled)).ShouldSucceed();
        (await authority.IsAskedAsync(Cancelled)).ShouldBeTrue();

        authority.Published.Remove(Old);
        _time.Advance(AuthorityKeys.Freshness);

        // The first one after that hour does not wait for the look that it causes. Who names an unknown key does.
        (await tokens.ReadAsync(token, Cancelled)).ShouldSucceed();
        (await authority.IsAskedAsync(Cancelled)).ShouldBeTrue();
        await tokens.ReadAsync(AuthorityToken(authority, "unknown"), Cancelled);
        (await tokens.ReadAsync(token, Cancelled)).ShouldFail("Access.InvalidCredential");
    }

    [Fact]
    public async Task Read_WhenKeysHaveNoNames_LooksForTheNewOneToo()
    {
        await using var authority = await TestAuthority.StartAsync(AuthorityKey.Rsa(null));
        var tokens = Tokens(authority);
        (await tokens.ReadAsync(authority.Published[0].Token(authority.Address).Build(), Cancelled)).ShouldSucceed();

        authority.Published[0] = New with { Kid = null };

        (await tokens.ReadAsync(authority.Published[0].Token(authority.Address).Build(), Cancelled)).ShouldSucceed();
    }

    [Fact]
    public async Task Read_WhenUnknownKeysAreNamedAgainAndAgain_LooksOncePerPause()
    {
        await using var authority = await TestAuthority.StartAsync(Old);
        var tokens = Tokens(authority);
        async Task Flood() => await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            tokens.ReadAsync(AuthorityToken(authority, $"unknown-{number}"), Cancelled)));

        await Flood();
        authority.Looks.ShouldBe(2, "one to know the keys, one for the first unknown");
        await Flood();
        authority.Looks.ShouldBe(2);
        _time.Advance(AuthorityKeys.PauseWithKeys);
        await Flood();
        authority.Looks.ShouldBe(3);
    }

    [Fact]
    public async Task Read_WhenTheTokenWouldBeRefusedAnyway_DoesNotAskTheAuthority()
    {
        await using var authority = await TestAuthority.StartAsync(Old);
        var tokens = Tokens(authority);
        var token = Old.Token(authority.Address);

        await tokens.ReadAsync((token with { Change = """{"exp":1}""" }).Build(), Cancelled);
        await tokens.ReadAsync((token with { Change = """{"sub":""}""" }).Build(), Cancelled);
        await tokens.ReadAsync((token with { Header = """{"alg":"RS256","crit":[]}""" }).Build(), Cancelled);

        authority.Looks.ShouldBe(0);
    }

    private UserTokens Tokens(TestAuthority authority) => new UserTokensBuilder { SigningKey = null, Authority = authority.Address, Time = _time }.Build();

    private static string AuthorityToken(TestAuthority authority, string kid) =>
        (Old.Token(authority.Address) with { Header = $$"""{"alg":"RS256","kid":"{{kid}}"}""", Change = $$"""{"iss":"{{authority.Address}}","exp":4000000000}""", Sign = _ => new byte[256] }).Build();
}
