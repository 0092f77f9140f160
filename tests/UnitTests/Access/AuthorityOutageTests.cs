using Eliza.Infrastructure.Access;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.Access;

public sealed class AuthorityOutageTests
{
    private static readonly AuthorityKey Key = AuthorityKey.Rsa("1");

    private readonly ManualTimeProvider _time = new();
    private readonly FakeLogger<AuthorityKeys> _log = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhenTheAuthorityIsDownAtFirst_IsUnavailableUntilItIsUp()
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        authority.IsDown = true;
        var tokens = Tokens(authority);
        var token = Key.Token(authority.Address).Build();

        (await tokens.ReadAsync(token, Cancelled)).ShouldFail("Access.AuthorityUnavailable");
        authority.IsDown = false;
        (await tokens.ReadAsync(token, Cancelled)).ShouldFail("Access.AuthorityUnavailable");
        _time.Advance(AuthorityKeys.PauseWithoutKeys);

        (await tokens.ReadAsync(token, Cancelled)).ShouldSucceed();
        var entry = _log.Entries.ShouldHaveSingleItem();
        (entry.Level, entry.Exception).ShouldBe((LogLevel.Warning, null));
        entry.Text.ShouldNotContain(token);
    }

    [Fact]
    public async Task Read_WhenTheAuthorityGoesDown_KeepsToTheKeysItKnows()
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        var tokens = Tokens(authority);
        var token = Key.Token(authority.Address) with { Change = $$"""{"iss":"{{authority.Address}}","exp":4000000000}""" };
        (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldSucceed();

        authority.IsDown = true;

        (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldSucceed();
        (await tokens.ReadAsync(AuthorityToken(authority, "unknown"), Cancelled)).ShouldFail("Access.InvalidCredential");
        _time.Advance(AuthorityKeys.Freshness);
        (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldSucceed();
        (await tokens.ReadAsync(AuthorityToken(authority, "unknown"), Cancelled)).ShouldFail("Access.InvalidCredential");
        (await tokens.ReadAsync(token.Build(), Cancelled)).ShouldSucceed();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"issuer":"http://127.0.0.1"}""")]
    [InlineData("""{"jwks_uri":"file:///etc/passwd"}""")]
    public async Task Read_WhenTheAuthorityTalksNonsense_IsUnavailable(string discovery)
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        authority.Discovery = discovery;

        (await Tokens(authority).ReadAsync(Key.Token(authority.Address).Build(), Cancelled)).ShouldFail("Access.AuthorityUnavailable");
    }

    [Theory]
    [InlineData("https://elsewhere.example", "{0}/keys", "calls itself otherwise")]
    [InlineData("{0}", "http://elsewhere.example/keys", "not safe")]
    [InlineData("{0}", "ftp://127.0.0.1/keys", "not safe")]
    public async Task Read_WhenTheAuthorityIsAnotherOrItsKeysTravelInTheOpen_IsUnavailable(string issuer, string keys, string reason)
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        authority.Discovery = $$"""{"issuer":"{{string.Format(null, issuer, authority.Address)}}","jwks_uri":"{{string.Format(null, keys, authority.Address)}}"}""";

        (await Tokens(authority).ReadAsync(Key.Token(authority.Address).Build(), Cancelled)).ShouldFail("Access.AuthorityUnavailable");
        _log.Entries.ShouldHaveSingleItem().Text.ShouldContain(reason);
    }

    [Fact]
    public async Task Read_WhileTheAuthorityTalksAtLength_IsWarnedOfOnceAndInShort()
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        authority.Discovery = "<html>\n" + new string('x', 200_000);
        var tokens = Tokens(authority);
        for (var look = 0; look < 3; look++)
        {
            (await tokens.ReadAsync(Key.Token(authority.Address).Build(), Cancelled)).ShouldFail("Access.AuthorityUnavailable");
            _time.Advance(AuthorityKeys.PauseWithoutKeys);
        }

        _log.Entries.Select(entry => entry.Level).ShouldBe([LogLevel.Warning, LogLevel.Debug, LogLevel.Debug]);
        _log.Entries.ShouldAllBe(entry => entry.Text.Length < 400 && !entry.Text.Contains('\n'));
    }

    [Fact]
    public async Task Read_WhenTheAuthorityDoesNotNameItself_IsUnavailableUnlessAnIssuerIsConfigured()
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        authority.Discovery = $$"""{"jwks_uri":"{{authority.Address}}/keys"}""";
        var token = Key.Token("me").Build();

        (await Tokens(authority).ReadAsync(token, Cancelled)).ShouldFail("Access.AuthorityUnavailable");
        (await new UserTokensBuilder { Authority = authority.Address, Issuer = "me" }.Build().ReadAsync(token, Cancelled)).ShouldSucceed();
    }

    [Fact]
    public async Task Read_WhenTheCallerIsGone_WaitsNoLongerAndSpoilsNothingForOthers()
    {
        await using var authority = await TestAuthority.StartAsync(Key);
        var gate = new TaskCompletionSource();
        authority.Gate = gate.Task;
        var tokens = Tokens(authority);
        using var impatience = new CancellationTokenSource();
        var gone = tokens.ReadAsync(Key.Token(authority.Address).Build(), impatience.Token);
        var other = tokens.ReadAsync(Key.Token(authority.Address).Build(), Cancelled);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        gate.SetResult();

        (await other).ShouldSucceed();
        authority.Looks.ShouldBe(1);
    }

    private UserTokens Tokens(TestAuthority authority) => new UserTokensBuilder { SigningKey = null, Authority = authority.Address, Time = _time, Log = _log }.Build();

    private static string AuthorityToken(TestAuthority authority, string kid) =>
        (Key.Token(authority.Address) with { Header = $$"""{"alg":"RS256","kid":"{{kid}}"}""", Change = $$"""{"iss":"{{authority.Address}}","exp":4000000000}""", Sign = _ => new byte[256] }).Build();
}
