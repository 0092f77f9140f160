using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Servers;

public sealed class ServerAgentTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Servers = "/api/messaging/servers";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("servers", "agentId")]
    [InlineData("central-servers", "agent_id")]
    [InlineData("message-servers", "agentId")]
    public async Task Add_UnderEachName_MakesTheAgentAMemberUntilItIsRemoved(string name, string field)
    {
        var server = await MakeAsync();
        var path = $"/api/messaging/{name}/{server}/agents";

        for (var time = 0; time < 2; time++)
        {
            var added = (await _api.PostAsync(path, new Dictionary<string, string> { [field] = Api.Eliza })).ShouldBe(200);
            (added.Json.GetProperty("messageServerId").GetGuid(), added.Data.GetProperty("agentId").GetString()).ShouldBe((server, Api.Eliza));
        }
        (await AgentsAsync(server)).ShouldBe([Api.Eliza]);

        (await _api.DeleteAsync($"{path}/{Api.Eliza}")).ShouldBe(200).Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        (await AgentsAsync(server)).ShouldBeEmpty();
        (await _api.DeleteAsync($"{path}/{Api.Eliza}")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Agent with ID '{Api.Eliza}' is not in the server");
        (await _api.DeleteAsync($"{path}/%20")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Lists_OfAServersAgents_AreAgentsOrIdsAsTheClientsOfTheNameReadThem()
    {
        var agents = (await _api.GetAsync($"{Servers}/{Guid.Empty}/agents")).ShouldBe(200);
        var central = (await _api.GetAsync($"/api/messaging/central-servers/{Guid.Empty}/agents?limit=1")).ShouldBe(200);
        var ids = (await _api.GetAsync($"/api/messaging/message-servers/{Guid.Empty}/agents")).ShouldBe(200).Data;

        agents.Data.EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("Eliza");
        central.Json.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(1);
        ids.GetProperty("messageServerId").GetGuid().ShouldBe(Guid.Empty);
        ids.GetProperty("agents").EnumerateArray().Select(id => id.GetString()).ShouldBe([Api.Eliza]);
        ids.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":50,"offset":0,"total":1}""");
        (await _api.GetAsync($"{Servers}/{Guid.Empty}/agents?limit=0")).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.GetAsync($"/api/messaging/message-servers/{Guid.Empty}/agents?offset=-1")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Servers_OfAnAgent_AreThoseItWasAddedTo()
    {
        var server = await MakeAsync();
        (await _api.PostAsync($"{Servers}/{server}/agents", new { agentId = Api.Eliza })).ShouldBe(200);

        var data = (await _api.GetAsync($"/api/messaging/agents/{Api.Eliza.ToUpperInvariant()}/message-servers?limit=100")).ShouldBe(200).Data;

        data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        var servers = data.GetProperty("messageServers").EnumerateArray().Select(id => id.GetGuid()).ToList();
        servers[0].ShouldBe(Guid.Empty);
        servers.ShouldContain(server);
        data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(servers.Count);
        (await _api.GetAsync("/api/messaging/agents/nobody/message-servers")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Agent with ID 'nobody' does not exist");
        (await _api.GetAsync($"/api/messaging/agents/{Api.Eliza}/message-servers?limit=101")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Add_WhenFortyAddItAtOnce_AllSucceedAndItIsInOnce()
    {
        var server = await MakeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.PostAsync($"{Servers}/{server}/agents", new { agentId = Api.Eliza })));

        foreach (var answer in answers) answer.ShouldBe(200);
        (await AgentsAsync(server)).ShouldBe([Api.Eliza]);
    }

    [Theory]
    [InlineData("""{}""", 400, "Required field 'agentId' is missing")]
    [InlineData("""{"agentId":"a b"}""", 400, "Field 'agentId' must be 1 to 128")]
    [InlineData("""{"agent_id":"nobody"}""", 404, "Agent with ID 'nobody' does not exist")]
    public async Task Add_WhenInvalidOrUnknown_IsRefused(string body, int status, string details) =>
        (await _api.PostRawAsync($"{Servers}/{Guid.Empty}/agents", body)).ShouldBeError(status, status == 400 ? "VALIDATION_ERROR" : "RESOURCE_NOT_FOUND").Details.ShouldContain(details);

    [Fact]
    public async Task Members_ForWhoManagesNoServers_CannotBeChanged()
    {
        foreach (var caller in new[] { await factory.UserAsync("ada"), await factory.AgentAsync(Api.Eliza, "messages:write", "channels:write"), await factory.ServiceAsync("messages:write") })
        {
            (await caller.PostAsync($"{Servers}/{Guid.Empty}/agents", new { agentId = Api.Eliza })).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.DeleteAsync($"{Servers}/{Guid.Empty}/agents/{Api.Eliza}")).ShouldBeError(403, "PERMISSION_DENIED");
        }
    }

    private async Task<Guid> MakeAsync() => (await _api.PostAsync(Servers, new { name = "Guild" })).ShouldBe(201).Data.GetProperty("id").GetGuid();

    private async Task<IReadOnlyList<string?>> AgentsAsync(Guid server) =>
        [.. (await _api.GetAsync($"{Servers}/{server}/agents")).ShouldBe(200).Data.EnumerateArray().Select(agent => agent.GetProperty("id").GetString())];
}
