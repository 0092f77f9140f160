using System.Text;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Access;

[Trait("Database", "Sqlite")]
public sealed class UserTokenTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Tokens = "/api/auth/token";

    [Fact]
    public async Task Issue_ForAPerson_Returns201WithATokenThatWorks()
    {
        var issuer = await factory.ServiceAsync("tokens:issue");

        var data = (await issuer.PostAsync(Tokens, new { userId = "ada", name = "Ada", expiresInSeconds = 60 })).ShouldBe(201).Data;

        var token = data.GetProperty("token").GetString()!;
        var claims = Part(token, 1);
        (claims.GetProperty("sub").GetString(), claims.GetProperty("name").GetString()).ShouldBe(("ada", "Ada"));
        claims.GetProperty("exp").GetInt64().ShouldBe(data.GetProperty("expiresAt").GetInt64());
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(60);
        (await factory.WithCredential(token).GetAsync("/api/agents")).ShouldBe(200);
    }

    [Fact]
    public async Task Issue_WithoutALifetime_IsForAnHour()
    {
        var claims = Part(await factory.Api.IssueTokenAsync("ada"), 1);
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(3600);
        claims.TryGetProperty("name", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{}""", "'userId'")]
    [InlineData("""{"userId":"no id"}""", "'userId'")]
    [InlineData("""{"user_id":7}""", "'user_id'")]
    [InlineData("""{"userId":"ada","name":""}""", "'name'")]
    [InlineData("""{"userId":"ada","expiresInSeconds":0}""", "'expiresInSeconds'")]
    [InlineData("""{"userId":"ada","expiresInSeconds":86401}""", "'expiresInSeconds'")]
    [InlineData("""{"userId":"e112a000-0000-4000-8000-000000000001"}""", "'userId' must be a person's id")]
    [InlineData("""{"userId":"E112A000-0000-4000-8000-000000000001"}""", "'userId' must be a person's id")]
    public async Task Issue_WhenInvalid_Returns400(string body, string details) =>
        (await factory.Api.PostRawAsync(Tokens, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Issue_WithoutTheScope_Returns403()
    {
        foreach (var api in new[] { await factory.UserAsync("ada"), await factory.AgentAsync(Api.Eliza, "messages:write"), await factory.ServiceAsync("messages:write", "agents:write") })
            (await api.PostAsync(Tokens, new { userId = "bob" })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Token_TamperedWith_Returns401()
    {
        var token = await factory.Api.IssueTokenAsync("ada");
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Decode(parts[1]));
        var none = Encode("""{"alg":"none","typ":"JWT"}""");
        string[] forged =
        [
            $"{parts[0]}.{Encode(claims.Replace("\"ada\"", "\"bob\""))}.{parts[2]}",
            $"{none}.{parts[1]}.",
            $"{none}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{token}.",
            $".{token}",
            token[..^1],
            "..",
            "a.b.c",
            new string('.', 5000),
        ];
        foreach (var text in forged)
            (await factory.WithCredential(text).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED").Headers["WWW-Authenticate"].ShouldBe("Bearer");
    }

    [Fact]
    public async Task Token_InTheHeaderOfKeys_Returns401()
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add("X-API-Key", await factory.Api.IssueTokenAsync("ada"));
        (await new Api(client).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Issue_WithoutASigningKey_Returns503AndTokensAreRefused()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Auth__BootstrapApiKey"] = ApiFactory.Key });

        (await server.CreateApi(ApiFactory.Key).PostAsync(Tokens, new { userId = "ada" })).ShouldBeError(503, "SERVICE_UNAVAILABLE").Details.ShouldContain("Auth:Jwt:SigningKey");
        (await server.CreateApi(await factory.Api.IssueTokenAsync("ada")).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    private static JsonElement Part(string token, int index) => JsonDocument.Parse(Decode(token.Split('.')[index])).RootElement;

    private static byte[] Decode(string part) => Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
