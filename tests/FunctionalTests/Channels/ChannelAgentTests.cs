using Eliza.Domain.Common;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Channels;

public sealed class ChannelAgentTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels", "agentId")]
    [InlineData("central-channels", "agent_id")]
    public async Task AddAgent_UnderEitherPathAndSpelling_BringsItIn(string path, string field)
    {
        var channel = await _api.CreateChannelAsync($"in-{path}");

        var added = await _api.PostAsync($"/api/messaging/{path}/{channel}/agents", new Dictionary<string, string> { [field] = Api.Eliza });

        added.ShouldBe(200).Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        added.Json.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        var agent = (await _api.GetAsync($"/api/messaging/{path}/{channel}/agents")).ShouldBe(200).Data.EnumerateArray().Single();
        agent.GetProperty("id").GetString().ShouldBe(Api.Eliza);
        agent.GetProperty("name").GetString().ShouldBe("Eliza");
        agent.GetProperty("status").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task AddAgent_WhenFortyAddItAtOnce_AllSucceedAndItIsInOnce()
    {
        var channel = await _api.CreateChannelAsync("agent-race");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = Api.Eliza })));

        foreach (var answer in answers) answer.ShouldBe(200);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).Data.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task AddAgent_WhenThereIsNoSuchAgentOrChannel_Returns404()
    {
        var channel = await _api.CreateChannelAsync("nobody");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = "nobody" }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Agent with ID 'nobody' does not exist");
        (await _api.PostAsync("/api/messaging/channels/nowhere/agents", new { agentId = Api.Eliza }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");
        (await _api.GetAsync("/api/messaging/channels/nowhere/agents")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{}""", "Required field 'agentId' is missing")]
    [InlineData("""{"agentId":[]}""", "Field 'agentId' must be a string")]
    [InlineData("""{"agentId":"a b"}""", "Field 'agentId' must be 1 to 128")]
    public async Task AddAgent_WhenInvalid_Returns400(string body, string details)
    {
        var channel = await _api.CreateChannelAsync($"invalid-{Guid.CreateVersion7():N}");
        (await _api.PostRawAsync($"/api/messaging/channels/{channel}/agents", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Fact]
    public async Task ListAgents_WhenOneNoLongerExists_NeitherShowsNorCountsIt()
    {
        var channel = await _api.CreateChannelAsync("left-behind", withEliza: true);
        await _api.JoinAsync(channel, "agent-of-old");
        await factory.QueryAsync(db => db.Participants.Where(row => row.ActorId == ActorId.From("agent-of-old"))
            .ExecuteUpdateAsync(row => row.SetProperty(participant => participant.Kind, ActorKind.Agent)));

        var agents = (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).ShouldBe(200);

        agents.Data.EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(Api.Eliza);
        agents.Json.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(1);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/agents?offset=1")).Data.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task RemoveAgent_WhenItIsIn_TakesItOut()
    {
        var channel = await _api.CreateChannelAsync("leaving", withEliza: true);

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}")).ShouldBe(200);

        (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).Data.GetArrayLength().ShouldBe(0);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData(Api.Eliza)]
    [InlineData("%20")]
    public async Task RemoveAgent_WhenThereIsNoSuchChannel_Returns404NamingTheChannel(string agent) =>
        (await _api.DeleteAsync($"/api/messaging/channels/nowhere/agents/{agent}"))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");

    [Fact]
    public async Task RemoveAgent_WhenTheIdIsAPersons_Returns404AndKeepsThePerson()
    {
        var channel = await _api.CreateChannelAsync("person-stays");
        await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada" });

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/ada")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/%20")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).Data.GetProperty("participants").GetArrayLength().ShouldBe(1);
    }
}
