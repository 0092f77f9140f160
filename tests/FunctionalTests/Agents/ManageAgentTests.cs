using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Agents;

public sealed class ManageAgentTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    public static TheoryData<string, string> RoutesOfAnAgent => new()
    {
        { "GET", "" }, { "PATCH", "" }, { "DELETE", "" }, { "POST", "/start" }, { "POST", "/stop" }, { "POST", "/rotate-secret" }, { "GET", "/runs" },
        { "GET", "/runs/x" }, { "GET", "/inbox" },
    };

    [Theory]
    [MemberData(nameof(RoutesOfAnAgent))]
    public async Task Agent_WhenThereIsNone_Returns404(string method, string path)
    {
        foreach (var id in new[] { "nobody", "%20" })
        {
            var body = method is "PATCH" ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : null;
            (await _api.SendAsync(new HttpMethod(method), $"/api/agents/{id}{path}", body)).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details
                .ShouldBe($"Agent with ID '{Uri.UnescapeDataString(id)}' does not exist");
        }
    }

    [Fact]
    public async Task UpdateAgent_WithSomeFields_ChangesThemAndLeavesTheRest()
    {
        var id = (await _api.PostAsync("/api/agents", new
        {
            name = "Before", kind = "remote", bio = "Old", topics = new[] { "a" }, settings = new { model = "m", maxTokens = 5, voice = "low", speed = 1 },
        })).ShouldBe(201).Data.Text("id");

        var updated = (await _api.PatchAsync($"/api/agents/{id}", new { bio = "New", replyPolicy = "always", kind = "remote", id, settings = new { maxTokens = 6, voice = "high" } })).ShouldBe(200).Data;

        foreach (var agent in new[] { updated, updated.GetProperty("character"), (await _api.GetAsync($"/api/agents/{id}")).Data })
        {
            (agent.Text("name"), agent.Text("bio"), agent.Text("replyPolicy"), agent.GetProperty("topics")[0].GetString()).ShouldBe(("Before", "New", "always", "a"));
            var settings = agent.GetProperty("settings");
            (settings.Text("model"), settings.GetProperty("maxTokens").GetInt32(), settings.Text("voice"), settings.GetProperty("speed").GetInt32()).ShouldBe(("m", 6, "high", 1));
        }
    }

    [Fact]
    public async Task UpdateAgent_WithAName_RenamesItInItsChannels()
    {
        var id = await _api.CreateAgentAsync(name: "Old");
        var channel = await _api.CreateChannelWithAsync(id, Api.Eliza);

        (await _api.PatchAsync($"/api/agents/{id}", new { agent = new { name = "Newton" } })).ShouldBe(200).Data.Text("name").ShouldBe("Newton");

        var names = (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).Data.GetProperty("participants").EnumerateArray().Select(one => one.Text("name"));
        names.ShouldBe(["Newton", "Eliza"], ignoreOrder: true);
        await _api.SubmitAsync(channel, "@newton, are you there?", User);
        (await _api.FetchAsync(id)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"kind":"llm"}""", "Field 'kind' cannot be changed")]
    [InlineData("""{"id":"another"}""", "Field 'id' cannot be changed")]
    [InlineData("""{"name":""}""", "Field 'name' must not be empty")]
    [InlineData("""{"settings":{"temperature":-1}}""", "Field 'settings.temperature' must be from 0 to 2")]
    [InlineData("""{"isActive":"yes"}""", "Field 'isActive' must be true or false")]
    public async Task UpdateAgent_WhenInvalid_Returns400(string body, string details)
    {
        var id = await _api.CreateAgentAsync();
        (await _api.SendAsync(HttpMethod.Patch, $"/api/agents/{id}", new StringContent(body, System.Text.Encoding.UTF8, "application/json")))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Fact]
    public async Task UpdateAgent_WhenItsCharacterGrowsTooLarge_Returns400()
    {
        var id = await _api.CreateAgentAsync();
        (await _api.PatchAsync($"/api/agents/{id}", new { lore = new string('x', 10_000) })).ShouldBe(200);
        (await _api.PatchAsync($"/api/agents/{id}", new { more = new string('x', 10_000) })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("16 KB");
    }

    [Fact]
    public async Task UpdateAgent_WhenFortyChangeItAtOnce_KeepsWhatEachSaid()
    {
        var id = await _api.CreateAgentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.PatchAsync($"/api/agents/{id}", new Dictionary<string, int> { [$"field{i}"] = i })));

        foreach (var answer in answers) answer.ShouldBe(200);
        var agent = (await _api.GetAsync($"/api/agents/{id}")).Data;
        for (var i = 0; i < 40; i++) agent.GetProperty($"field{i}").GetInt32().ShouldBe(i);
    }

    [Fact]
    public async Task StopAgent_WithWorkToDo_EndsItAndGivesItNoMoreUntilItsStart()
    {
        var id = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(id);
        await _api.SubmitAsync(channel, "one", User);

        foreach (var _ in new[] { 1, 2 })
        {
            var stopped = (await AgentApi.PostAsync(_api, $"/api/agents/{id}/stop")).ShouldBe(200).Data;
            (stopped.Text("id"), stopped.Text("name"), stopped.Text("status")).ShouldBe((id, "Parry", "inactive"));
            stopped.Text("message").ShouldNotBeNullOrEmpty();
        }
        await _api.SubmitAsync(channel, "two", User);
        (await _api.FetchAsync(id)).ShouldBeEmpty();
        (await _api.RunsAsync(id)).Select(run => run.Text("status")).ShouldBe(["ignored"]);

        foreach (var _ in new[] { 1, 2 }) (await AgentApi.PostAsync(_api, $"/api/agents/{id}/start")).ShouldBe(200).Data.Text("status").ShouldBe("active");
        await _api.SubmitAsync(channel, "three", User);
        (await _api.FetchAsync(id)).ShouldHaveSingleItem().GetProperty("message").Text("text").ShouldBe("three");
    }

    [Fact]
    public async Task UpdateAgent_WithIsActive_StopsAndStartsIt()
    {
        var id = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(id);
        await _api.SubmitAsync(channel, "one", User);

        (await _api.PatchAsync($"/api/agents/{id}", new { enabled = false })).ShouldBe(200).Data.Text("status").ShouldBe("inactive");
        (await _api.RunsAsync(id)).Select(run => run.Text("status")).ShouldBe(["ignored"]);
        (await _api.PatchAsync($"/api/agents/{id}", new { isActive = true })).ShouldBe(200).Data.Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task DeleteAgent_WithAllThatItHas_LeavesItsMessagesAlone()
    {
        var id = await _api.CreateAgentAsync();
        var key = await factory.AgentAsync(id, "messages:read", "messages:write");
        (await _api.PostAsync($"/api/agents/{id}/grants", new { userId = "ada" })).ShouldBe(201);
        var channel = await _api.CreateChannelWithAsync(id);
        await _api.SubmitAsync(channel, "one", User);
        await key.SayAsync(channel, id, "an answer");

        var deleted = (await _api.DeleteAsync($"/api/agents/{id}")).ShouldBe(200);

        deleted.Json.GetProperty("success").GetBoolean().ShouldBeTrue();
        deleted.Json.Text("message").ShouldBe("Agent deleted successfully");
        deleted.Data.GetProperty("success").GetBoolean().ShouldBeTrue();
        (await _api.GetAsync($"/api/agents/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await key.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).Data.GetProperty("participants").GetArrayLength().ShouldBe(0);
        (await _api.HistoryAsync(channel)).Select(message => message.Text("text")).ShouldBe(["one", "an answer"]);
        (await factory.QueryAsync(db => Task.FromResult(db.AgentRuns.AsEnumerable().Where(run => run.AgentId.Value == id).Select(run => run.Status.ToString()).ToList())))
            .ShouldBe(["Ignored"]);
        (await _api.DeleteAsync($"/api/agents/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");

        // The id is free again.
        (await _api.PostAsync("/api/agents", new { id, name = "Second" })).ShouldBe(201);
    }

    [Fact]
    public async Task RotateSecret_OfAnAgentWithoutWebhook_Returns409() =>
        (await AgentApi.PostAsync(_api, $"/api/agents/{Api.Eliza}/rotate-secret")).ShouldBeError(409, "CONFLICT");
}
