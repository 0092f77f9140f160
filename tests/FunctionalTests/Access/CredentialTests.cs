using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Access;

public sealed class CredentialTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/api/agents" },
        { "GET", "/api/server/status" },
        { "GET", "/api/messaging/servers" },
        { "GET", "/api/messaging/central-servers" },
        { "GET", "/api/messaging/message-servers" },
        { "POST", "/api/messaging/channels" },
        { "POST", "/api/messaging/central-channels" },
        { "GET", "/api/messaging/channels/x" },
        { "GET", "/api/messaging/channels/x/details" },
        { "GET", "/api/messaging/channels/x/messages" },
        { "GET", "/api/messaging/channels/x/participants" },
        { "POST", "/api/messaging/channels/x/participants" },
        { "GET", "/api/messaging/channels/x/agents" },
        { "POST", "/api/messaging/channels/x/agents" },
        { "DELETE", "/api/messaging/channels/x/agents/y" },
        { "POST", "/api/messaging/submit" },
        { "PUT", "/api/messaging/submit" },
        { "GET", "/no/such/path" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Request_WithoutOrWithAWrongKey_Returns401(string method, string path)
    {
        (string Name, string Value)?[] credentials =
        [
            null,
            ("Authorization", "Bearer"),
            ("Authorization", "Bearer "),
            ("Authorization", "Bearer wrong-key-that-is-long-enough-to-be-one"),
            ("Authorization", $"Basic {ApiFactory.Key}"),
            ("Authorization", ApiFactory.Key),
            ("Authorization", $"Bearer {ApiFactory.Key}x"),
            ("Authorization", $"Bearer {ApiFactory.Key.ToUpperInvariant()}"),
            ("X-API-Key", "wrong"),
            ("X-API-Key", "' OR 1=1 --"),
        ];
        foreach (var credential in credentials)
        {
            using var client = factory.CreateClient();
            if (credential is { } given) client.DefaultRequestHeaders.TryAddWithoutValidation(given.Name, given.Value);
            var answer = await new Api(client).SendAsync(new HttpMethod(method), path, null);
            answer.ShouldBeError(401, "AUTHENTICATION_FAILED").Headers["WWW-Authenticate"].ShouldBe("Bearer");
        }
    }

    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "bearer ")]
    [InlineData("X-API-Key", "")]
    [InlineData("x-api-key", "")]
    public async Task Request_WithTheKeyInEitherHeader_IsAuthenticated(string header, string prefix)
    {
        using var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add(header, prefix + ApiFactory.Key);
        (await new Api(client).GetAsync("/api/agents")).ShouldBe(200);
    }

    [Theory]
    [InlineData("Basic cHJveHk6c2VjcmV0", 200)]
    [InlineData("Negotiate", 200)]
    [InlineData("Bearer", 401)]
    [InlineData("Bearer wrong-key-that-is-long-enough-to-be-one", 401)]
    public async Task Request_WithTheKeyBesideAnAuthorization_CountsTheKeyUnlessTheOtherIsABearer(string authorization, int status)
    {
        using var client = factory.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        client.DefaultRequestHeaders.Add("X-API-Key", ApiFactory.Key);
        (await new Api(client).GetAsync("/api/agents")).ShouldBe(status);
    }

    [Fact]
    public async Task Database_KnowsTheKeyByItsHashOnly()
    {
        var keys = await factory.QueryAsync(db => db.ApiKeys.ToListAsync());
        keys.Single().Hash.ShouldMatch("^[0-9a-f]{64}$");
        keys.Single().Hash.ShouldNotContain(ApiFactory.Key);
    }
}
