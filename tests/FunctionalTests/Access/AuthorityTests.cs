using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Access;

/// <summary>A real server that believes the tokens of a real OpenID provider. All the ways to forge one are unit tests of the same code.</summary>
[Trait("Database", "Sqlite")]
public sealed class AuthorityTests
{
    private static readonly AuthorityKey Rsa = AuthorityKey.Rsa("rsa");
    private static readonly AuthorityKey Ec = AuthorityKey.Ec("ec");

    [Fact]
    public async Task Token_OfTheAuthority_IsTakenAndAnyOtherRefused()
    {
        using var folder = new TemporaryFolder();
        await using var authority = await TestAuthority.StartAsync(Rsa, Ec);
        await using var server = await StartAsync(folder, authority);

        foreach (var key in new[] { Rsa, Ec })
        {
            var channel = await Api(server, Token(key, authority.Address, "eliza-api")).CreateChannelAsync($"by-{key.Algorithm}");
            (await Api(server, Token(key, authority.Address, "eliza-api")).PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Hi" }))
                .ShouldBe(201).Data.GetProperty("userId").GetString().ShouldBe("ada");
        }

        string[] refused =
        [
            Token(Rsa, authority.Address, "another-api"),
            Token(Rsa, "https://elsewhere.example", "eliza-api"),
            Token(AuthorityKey.Rsa("rsa"), authority.Address, "eliza-api"),
            Token(AuthorityKey.Ec("unknown"), authority.Address, "eliza-api"),
        ];
        foreach (var token in refused) (await Api(server, token).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Token_WhileTheAuthorityCannotBeAsked_Returns503AndNotThatItIsWrong()
    {
        using var folder = new TemporaryFolder();
        await using var authority = await TestAuthority.StartAsync(Rsa);
        authority.IsDown = true;
        await using var server = await StartAsync(folder, authority);

        (await Api(server, Token(Rsa, authority.Address, "eliza-api")).GetAsync("/api/agents")).ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers.ShouldContain(header => header.Key == "Retry-After");
        (await Api(server, ApiFactory.Key).GetAsync("/api/agents")).ShouldBe(200);
    }

    private static Task<ServerProcess> StartAsync(TemporaryFolder folder, TestAuthority authority) => ServerProcess.StartAsync(folder.Path, new Dictionary<string, string>
    {
        ["Auth__BootstrapApiKey"] = ApiFactory.Key,
        ["Auth__Jwt__Authority"] = authority.Address,
        ["Auth__Jwt__Audience"] = "eliza-api",
    });

    private static Api Api(ServerProcess server, string credential) => server.CreateApi(credential);

    private static string Token(AuthorityKey key, string issuer, string audience) =>
        (key.Token(issuer) with { Change = $$"""{"iss":"{{issuer}}","aud":"{{audience}}","iat":1000000000,"exp":4000000000}""" }).Build();
}
