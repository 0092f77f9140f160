using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Jobs;

/// <summary>Jobs that Eliza answers at once.</summary>
public sealed class JobTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Path = "/api/messaging/jobs";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Create_WithAQuestion_IsCompletedByTheOldestActiveAgent()
    {
        var created = (await _api.PostAsync(Path, new { userId = "ada", prompt = "I am unhappy because my mother never listens to me", metadata = new { topic = "family" }, timeout_ms = 60_000 })).ShouldBe(201).Data;
        created.GetProperty("status").GetString().ShouldBe("pending");
        (created.GetProperty("expiresAt").GetInt64() - created.GetProperty("createdAt").GetInt64()).ShouldBe(60_000);
        created.GetProperty("createdAt").GetInt64().ShouldBeGreaterThan(1_700_000_000_000);

        var job = await EndedAsync(_api, created.GetProperty("jobId").GetGuid());

        job.GetProperty("status").GetString().ShouldBe("completed");
        (job.GetProperty("agentId").GetString(), job.GetProperty("userId").GetString()).ShouldBe((Api.Eliza, "ada"));
        job.GetProperty("prompt").GetString().ShouldBe("I am unhappy because my mother never listens to me");
        job.GetProperty("metadata").GetRawText().ShouldBe("""{"topic":"family"}""");
        job.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        job.GetProperty("createdAt").GetInt64().ShouldBe(created.GetProperty("createdAt").GetInt64());
        var message = job.GetProperty("result").GetProperty("message");
        message.GetProperty("content").GetString()!.ShouldContain("mother");
        message.GetProperty("authorId").GetString().ShouldBe(Api.Eliza);
        message.GetProperty("createdAt").GetInt64().ShouldBeGreaterThanOrEqualTo(created.GetProperty("createdAt").GetInt64());
        job.GetProperty("result").GetProperty("processingTimeMs").GetInt64().ShouldBeInRange(0, 60_000);
        var history = await _api.HistoryAsync(job.GetProperty("channelId").GetGuid());
        history.Count.ShouldBe(2);
        history[1].GetProperty("id").GetGuid().ShouldBe(message.GetProperty("id").GetGuid());
        var channel = (await _api.GetAsync($"/api/messaging/channels/{job.GetProperty("channelId").GetGuid()}/details")).ShouldBe(200).Data;
        channel.GetProperty("type").GetString().ShouldBe("dm");
        channel.GetProperty("metadata").GetProperty("jobId").GetGuid().ShouldBe(created.GetProperty("jobId").GetGuid());
    }

    [Fact]
    public async Task Create_UnderAKeyTwice_AsksOnce()
    {
        var body = new { userId = "ada", content = "Hello", messageId = "job-key" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.PostAsync(Path, body)));

        answers.Select(answer => answer.ShouldBe(201).Text).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => !answer.WasReplayed).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"userId":"ada"}""", "content")]
    [InlineData("""{"content":"Hello"}""", "userId")]
    [InlineData("""{"userId":"ada","content":"Hello","timeoutMs":999}""", "timeoutMs")]
    [InlineData("""{"userId":"ada","content":"Hello","timeoutMs":300001}""", "timeoutMs")]
    [InlineData("""{"userId":"a b","content":" ","agentId":"","metadata":7}""", "userId")]
    [InlineData("""{"userId":"e112a000-0000-4000-8000-000000000001","content":"Hello"}""", "userId")]
    public async Task Create_WhenMalformed_Returns400NamingTheField(string body, string field) =>
        (await _api.PostRawAsync(Path, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain($"'{field}'");

    [Fact]
    public async Task Create_WhenTheAgentIsUnknown_Returns404() =>
        (await _api.PostAsync(Path, new { userId = "ada", content = "Hello", agentId = "nobody" })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain("nobody");

    [Fact]
    public async Task Create_ForSomebody_NeedsTheRight()
    {
        var ada = await factory.UserAsync("job-ada");
        (await ada.PostAsync(Path, new { content = "Hello" })).ShouldBe(201);
        (await ada.PostAsync(Path, new { userId = "job-ada", content = "Hello" })).ShouldBe(201);
        (await ada.PostAsync(Path, new { userId = "bob", content = "Hello" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:read")).PostAsync(Path, new { userId = "bob", content = "Hello" })).ShouldBeError(403, "PERMISSION_DENIED");

        var eliza = await factory.AgentAsync(Api.Eliza, "messages:write");
        (await eliza.PostAsync(Path, new { userId = "job-ada", content = "Hello" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.PostAsync($"/api/agents/{Api.Eliza}/grants", new { userId = "job-ada" })).ShouldBe(201);
        (await eliza.PostAsync(Path, new { userId = "job-ada", content = "Hello" })).ShouldBe(201);
        (await eliza.GetAsync(Path)).ShouldBe(200).Data.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Get_IsForWhoAskedAndWhoIsAskedForAndOperators()
    {
        var asker = await factory.ServiceAsync("messages:write");
        var job = (await asker.PostAsync(Path, new { userId = "seen-ada", content = "Hello" })).ShouldBe(201).Data.GetProperty("jobId").GetGuid();

        foreach (var reader in new[] { asker, _api, await factory.UserAsync("seen-ada") }) (await reader.GetAsync($"{Path}/{job}")).ShouldBe(200);
        foreach (var other in new[] { await factory.ServiceAsync("messages:read"), await factory.UserAsync("seen-bob") })
            (await other.GetAsync($"{Path}/{job}")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("no-uuid")]
    public async Task Get_WhenThereIsNoSuchJob_Returns404(string id) =>
        (await _api.GetAsync($"{Path}/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Job with ID '{id}' does not exist");

    [Fact]
    public async Task List_OfACaller_HoldsItsOwnNewestFirst()
    {
        var service = await factory.ServiceAsync("messages:write");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add((await service.PostAsync(Path, new { userId = $"list-{i % 2}", content = "Hello" })).ShouldBe(201).Data.GetProperty("jobId").GetGuid());
        foreach (var id in ids) await EndedAsync(service, id);

        var page = (await service.GetAsync($"{Path}?limit=2&offset=1")).ShouldBe(200).Data;
        (page.GetProperty("total").GetInt32(), page.GetProperty("filtered").GetInt32()).ShouldBe((5, 5));
        page.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":2,"offset":1,"total":5}""");
        IdsOf(page).ShouldBe([ids[3], ids[2]]);

        var completed = (await service.GetAsync($"{Path}?status=Completed&limit=3")).ShouldBe(200).Data;
        IdsOf(completed).ShouldBe([ids[4], ids[3], ids[2]]);
        completed.GetProperty("filtered").GetInt32().ShouldBe(5);
        var failed = (await service.GetAsync($"{Path}?status=failed")).ShouldBe(200).Data;
        (failed.GetProperty("total").GetInt32(), failed.GetProperty("filtered").GetInt32(), IdsOf(failed).Count).ShouldBe((5, 0, 0));

        IdsOf((await (await factory.UserAsync("list-1")).GetAsync(Path)).ShouldBe(200).Data).ShouldBe([ids[3], ids[1]]);
        IdsOf((await _api.GetAsync($"{Path}?limit=100")).ShouldBe(200).Data).ShouldContain(ids[0]);
        (await service.GetAsync($"{Path}?status=lost&limit=0")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'status'");
    }

    [Fact]
    public async Task Health_OfACaller_CountsItsOwn()
    {
        var service = await factory.ServiceAsync("messages:write");
        var health = (await service.GetAsync($"{Path}/health")).ShouldBe(200).Data;
        health.GetProperty("totalJobs").GetInt32().ShouldBe(0);
        health.GetProperty("metrics").GetProperty("successRate").GetDouble().ShouldBe(0);

        for (var i = 0; i < 2; i++)
            await EndedAsync(service, (await service.PostAsync(Path, new { userId = "ada", content = "Hello" })).ShouldBe(201).Data.GetProperty("jobId").GetGuid());
        health = (await service.GetAsync($"{Path}/health")).ShouldBe(200).Data;

        health.GetProperty("healthy").GetBoolean().ShouldBeTrue();
        health.GetProperty("timestamp").GetInt64().ShouldBeGreaterThan(1_700_000_000_000);
        (health.GetProperty("totalJobs").GetInt32(), health.GetProperty("maxJobs").GetInt32()).ShouldBe((2, 10_000));
        health.GetProperty("statusCounts").GetRawText().ShouldBe("""{"pending":0,"processing":0,"completed":2,"failed":0,"timeout":0}""");
        health.GetProperty("metrics").EnumerateObject().Select(field => field.Name).ShouldBe(["averageProcessingTimeMs", "successRate", "failureRate", "timeoutRate"]);
        health.GetProperty("metrics").GetProperty("successRate").GetDouble().ShouldBe(1);
    }

    /// <summary>The job once the agent has answered it.</summary>
    private async Task<JsonElement> EndedAsync(Api api, Guid job)
    {
        var channel = (await api.GetAsync($"{Path}/{job}")).ShouldBe(200).Data.GetProperty("channelId").GetGuid();
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        return (await api.GetAsync($"{Path}/{job}")).ShouldBe(200).Data;
    }

    private static IReadOnlyList<Guid> IdsOf(JsonElement page) =>
        [.. page.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("jobId").GetGuid())];
}
