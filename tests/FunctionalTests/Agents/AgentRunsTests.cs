using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Agents;

public sealed class AgentRunsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task ListRuns_OfAnAgentAtWork_TellsTheNewestFirst()
    {
        var agent = await _api.CreateAgentAsync();
        var (here, there) = (await _api.CreateChannelWithAsync(agent), await _api.CreateChannelWithAsync(agent));
        var first = await _api.SubmitAsync(here, "one", User);
        await _api.SubmitAsync(there, "two", User);
        await _api.SubmitAsync(here, "three", User);
        await _api.FetchAsync(agent);
        await _api.SayAsync(here, agent, "Done", first);
        await _api.CompleteAsync(agent, here, User, "one");

        var all = (await _api.GetAsync($"/api/agents/{agent}/runs")).ShouldBe(200).Data;

        Statuses(all).ShouldBe(["pending", "running", "completed"]);
        (all.GetProperty("total").GetInt64(), all.GetProperty("hasMore").GetBoolean()).ShouldBe((3, false));
        var run = all.GetProperty("runs")[2];
        (run.GetProperty("messageId").GetGuid(), run.GetProperty("roomId").GetGuid(), run.GetProperty("channelId").GetGuid(), run.Text("entityId"), run.Text("agentId"))
            .ShouldBe((first, here, here, User, agent));
        run.Text("id").ShouldBe(run.Text("runId"));
        (run.GetProperty("startedAt").GetInt64() >= run.GetProperty("createdAt").GetInt64()).ShouldBeTrue();
        run.GetProperty("durationMs").GetInt64().ShouldBe(run.GetProperty("endedAt").GetInt64() - run.GetProperty("startedAt").GetInt64());
        run.GetProperty("createdAt").GetInt64().ShouldBeGreaterThan(1_000_000_000_000);
        run.GetProperty("counts").GetRawText().ShouldBe("""{"modelCalls":1,"errors":0,"actions":0,"evaluators":0}""");
        run.GetProperty("metadata").GetRawText().ShouldBe("{}");
        run.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        all.GetProperty("runs")[0].GetProperty("startedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        foreach (var (query, expected) in new[]
        {
            ("status=started", "pending running"), ("status=completed", "completed"), ("status=Pending", "pending"), ("status=error", ""), ("status=timeout", ""),
            ("status=all", "pending running completed"), ($"roomId={there}", "running"),
            ($"from={run.GetProperty("createdAt").GetInt64()}", "pending running completed"), ("to=1", ""), ("from=9999999999999", ""), ("limit=1&offset=1", "running"),
        }) string.Join(' ', Statuses((await _api.GetAsync($"/api/agents/{agent}/runs?{query}")).ShouldBe(200).Data)).ShouldBe(expected, query);
        var page = (await _api.GetAsync($"/api/agents/{agent}/runs?limit=2")).Data;
        (page.GetProperty("total").GetInt64(), page.GetProperty("hasMore").GetBoolean()).ShouldBe((3, true));
        page.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":2,"offset":0,"total":3}""");
    }

    [Fact]
    public async Task GetRun_OfAnEndedOne_TellsWhatHappened()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);
        var id = (await _api.FetchAsync(agent)).ShouldHaveSingleItem().Text("runId");
        await _api.CompleteAsync(agent, channel, User, "one");

        var data = (await _api.GetAsync($"/api/agents/{agent}/runs/{id}?roomId={channel}")).ShouldBe(200).Data;

        (data.Text("runId"), data.GetProperty("summary").Text("runId"), data.GetProperty("summary").Text("status")).ShouldBe((id, id, "completed"));
        data.GetProperty("events").EnumerateArray().Select(one => one.Text("type")).ShouldBe(["RUN_STARTED", "RUN_ENDED"]);
        var end = data.GetProperty("events")[1];
        end.GetProperty("timestamp").GetInt64().ShouldBe(data.GetProperty("endedAt").GetInt64());
        end.GetProperty("data").Text("status").ShouldBe("completed");

        var other = await _api.CreateAgentAsync();
        foreach (var path in new[] { $"{agent}/runs/{id}?roomId={Guid.Empty}", $"{agent}/runs/{id}?roomId=x", $"{agent}/runs/x", $"{agent}/runs/{Guid.Empty}", $"{other}/runs/{id}" })
            (await _api.GetAsync($"/api/agents/{path}")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldStartWith("Run with ID");
    }

    [Theory]
    [InlineData("status=done", "Field 'status' must be one of pending, running")]
    [InlineData("roomId=x", "Field 'roomId' must be a UUID")]
    [InlineData("from=-1", "Field 'from' must be a time in Unix milliseconds")]
    [InlineData("to=9223372036854775807", "Field 'to' must be a time in Unix milliseconds")]
    [InlineData("to=tomorrow", "Field 'to' must be a whole number")]
    [InlineData("limit=101", "Field 'limit' must be from 1 to 100")]
    public async Task ListRuns_WhenInvalid_Returns400(string query, string details) =>
        (await _api.GetAsync($"/api/agents/{Api.Eliza}/runs?{query}")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Runs_ForEverySortOfCaller_AreTheAgentsAndItsManagers()
    {
        var (mine, other) = (await _api.CreateAgentAsync(), await _api.CreateAgentAsync());
        (await (await factory.AgentAsync(mine, "messages:read")).GetAsync($"/api/agents/{mine}/runs")).ShouldBe(200);
        (await (await factory.ServiceAsync("agents:write")).GetAsync($"/api/agents/{mine}/runs")).ShouldBe(200);
        (await (await factory.AgentAsync(other, "messages:read")).GetAsync($"/api/agents/{mine}/runs")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:read")).GetAsync($"/api/agents/{mine}/runs")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync(User)).GetAsync($"/api/agents/{mine}/runs")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    private static IEnumerable<string> Statuses(JsonElement data) => data.GetProperty("runs").EnumerateArray().Select(run => run.Text("status"));
}
