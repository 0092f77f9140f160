using System.Text.Json;
using Eliza.Domain.Access;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Access;

public sealed class ApiKeyTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Keys = "/api/auth/keys";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Create_OfAService_Returns201WithAKeyThatWorks()
    {
        var answer = await _api.PostAsync(Keys, new { name = "Shop", kind = "service", scopes = new[] { "messages:write", "messages:read" }, expiresInSeconds = 3600, limits = new { requestsPerMinute = 10 } });

        var data = answer.ShouldBe(201).Data;
        var key = data.GetProperty("key").GetString()!;
        key.ShouldMatch("^eliza_service_[0-9A-Za-z]{46}$");
        data.GetProperty("prefix").GetString().ShouldBe(key[..20]);
        (data.GetProperty("name").GetString(), data.GetProperty("kind").GetString(), data.GetProperty("agentId").ValueKind).ShouldBe(("Shop", "service", JsonValueKind.Null));
        data.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["messages:read", "messages:write"]);
        data.GetProperty("limits").GetProperty("requestsPerMinute").GetInt32().ShouldBe(10);
        (data.GetProperty("expiresAt").GetInt64() - data.GetProperty("createdAt").GetInt64()).ShouldBe(3600);
        (await factory.WithCredential(key).GetAsync("/api/agents")).ShouldBe(200);
    }

    [Fact]
    public async Task Create_OfAnAgent_Returns201WithAKeyOfThatAgent()
    {
        var data = (await _api.PostAsync(Keys, new { name = "Eliza", kind = "agent", agent_id = Api.Eliza.ToUpperInvariant(), scopes = new[] { "messages:write" } })).ShouldBe(201).Data;

        data.GetProperty("key").GetString()!.ShouldStartWith("eliza_agent_");
        data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
    }

    [Fact]
    public async Task Create_WithoutScopes_MayOnlyRead()
    {
        var data = (await _api.PostAsync(Keys, new { name = "Reader", kind = "service" })).ShouldBe(201).Data;

        data.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["messages:read"]);
        data.GetProperty("expiresAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await factory.WithCredential(data.GetProperty("key").GetString()!).PostAsync("/api/messaging/channels", new { name = "not-mine" })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Create_WhenAllIsWrong_Returns400NamingEveryField()
    {
        var answer = await _api.PostAsync(Keys, new { kind = "robot", agentId = "x", scopes = new object?[] { "messages:read", "root", null, 7 }, expires_in_seconds = 0, limits = new { requests_per_minute = -1 } });

        var details = answer.ShouldBeError(400, "VALIDATION_ERROR").Details;
        foreach (var field in new[] { "'name'", "'kind'", "'agentId'", "'scopes[1]'", "'scopes[2]'", "'scopes[3]'", "'expires_in_seconds'", "'limits.requests_per_minute'" }) details.ShouldContain(field);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("tokens:issue")]
    [InlineData("agents:write")]
    public async Task Create_OfAnAgentWithAnOperatorsScope_Returns400(string scope) =>
        (await _api.PostAsync(Keys, new { name = "x", kind = "agent", agentId = Api.Eliza, scopes = new[] { scope } })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'scopes[0]'");

    [Fact]
    public async Task Create_OfAnUnknownAgent_Returns404() =>
        (await _api.PostAsync(Keys, new { name = "x", kind = "agent", agentId = "nobody" })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Agent with ID 'nobody' does not exist");

    [Fact]
    public async Task List_OfAllKeys_HoldsNoKeyAndNoHash()
    {
        var key = await _api.CreateKeyAsync(new { name = "listed", kind = "service" });

        var answer = (await _api.GetAsync(Keys + "?limit=100")).ShouldBe(200);

        answer.Text.ShouldContain(key[..20]);
        answer.Text.ShouldNotContain(key);
        answer.Text.ShouldNotContain(ApiKeyText.HashOf(key));
        answer.Data.GetProperty("keys").EnumerateArray().First().EnumerateObject().Select(field => field.Name)
            .ShouldBe(["id", "prefix", "name", "kind", "agentId", "scopes", "limits", "createdAt", "expiresAt", "revokedAt"]);
        answer.Data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(await factory.QueryAsync(db => db.ApiKeys.CountAsync()));
    }

    [Fact]
    public async Task Rotate_WithoutABody_EndsTheOldKeyAtOnce()
    {
        var (id, old) = await CreateAsync();

        var data = (await _api.SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)).ShouldBe(200).Data;

        data.GetProperty("id").GetString().ShouldBe(id);
        (await StatusAsync(old)).ShouldBe(401);
        (await StatusAsync(data.GetProperty("key").GetString()!)).ShouldBe(200);
    }

    [Fact]
    public async Task Rotate_WithGrace_TakesBothKeys()
    {
        var (id, old) = await CreateAsync();

        var rotated = (await _api.PostAsync($"{Keys}/{id}/rotate", new { gracePeriodSeconds = 60 })).ShouldBe(200).Data.GetProperty("key").GetString()!;

        (await StatusAsync(old)).ShouldBe(200);
        (await StatusAsync(rotated)).ShouldBe(200);
    }

    [Fact]
    public async Task Rotate_ManyTimesAtOnce_LeavesOneKeyThatWorks()
    {
        var (id, _) = await CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _api.SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)));

        var keys = answers.Select(answer => answer.ShouldBe(200).Data.GetProperty("key").GetString()!).ToList();
        var working = await Task.WhenAll(keys.Select(StatusAsync));
        working.Count(status => status == 200).ShouldBe(1);
    }

    [Fact]
    public async Task Revoke_AmongManyRotations_Wins()
    {
        var (id, _) = await CreateAsync();

        var rotations = Enumerable.Range(0, 30).Select(_ => _api.SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)).ToList();
        (await _api.DeleteAsync($"{Keys}/{id}")).ShouldBe(200);
        var answers = await Task.WhenAll(rotations);

        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 409);
        foreach (var answer in answers.Where(answer => answer.Status == 200)) (await StatusAsync(answer.Data.GetProperty("key").GetString()!)).ShouldBe(401);
    }

    [Theory]
    [InlineData("gracePeriodSeconds", -1)]
    [InlineData("gracePeriodSeconds", 604801)]
    [InlineData("expiresInSeconds", 0)]
    public async Task Rotate_OutOfRange_Returns400(string field, int value)
    {
        var (id, _) = await CreateAsync();
        (await _api.PostAsync($"{Keys}/{id}/rotate", new Dictionary<string, int> { [field] = value })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain($"'{field}'");
    }

    [Fact]
    public async Task Rotate_OfTheBootstrapKey_Returns409() =>
        (await _api.SendAsync(HttpMethod.Post, $"{Keys}/{Guid.Empty}/rotate", null)).ShouldBeError(409, "CONFLICT").Details.ShouldContain("Auth:BootstrapApiKey");

    [Fact]
    public async Task Revoke_OfAKey_EndsItAtOnceAndForGood()
    {
        var (id, key) = await CreateAsync();

        (await _api.DeleteAsync($"{Keys}/{id}")).ShouldBe(200).Data.GetProperty("revokedAt").GetInt64().ShouldBeGreaterThan(0);

        (await StatusAsync(key)).ShouldBe(401);
        (await _api.DeleteAsync($"{Keys}/{id}")).ShouldBe(200);
        (await _api.SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)).ShouldBeError(409, "CONFLICT");
    }

    [Theory]
    [InlineData("00000000-0000-7000-8000-000000000009")]
    [InlineData("no-uuid")]
    public async Task AnyCall_OfAnUnknownKey_Returns404(string id)
    {
        (await _api.SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.DeleteAsync($"{Keys}/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"API key with ID '{id}' does not exist");
    }

    private async Task<(string Id, string Key)> CreateAsync()
    {
        var data = (await _api.PostAsync(Keys, new { name = "short-lived", kind = "service" })).ShouldBe(201).Data;
        return (data.GetProperty("id").GetString()!, data.GetProperty("key").GetString()!);
    }

    private async Task<int> StatusAsync(string key) => (await factory.WithCredential(key).GetAsync("/api/agents")).Status;
}
