using Eliza.Domain.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Agents;

/// <summary>Where agents' work comes to its end whatever they do: in a chain among themselves, and when they are taken out.</summary>
public sealed class AgentLimitsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("answering the first message of the thread")]
    [InlineData("completing first")]
    [InlineData("completing first and answering the first message")]
    public async Task Chain_OfAgentsThatTryToGoOn_EndsAtItsEighthLink(string trick)
    {
        string[] agents = [await _api.CreateAgentAsync(name: "ping"), await _api.CreateAgentAsync(name: "pong")];
        var channel = await _api.CreateChannelWithAsync(agents);
        var first = await _api.SubmitAsync(channel, $"@{agents[0]} begin", "ada");

        var said = 0;
        while (await _api.FetchAsync(agents[said % 2], "limit=1") is [var item])
        {
            var (me, other) = (agents[said % 2], agents[(said + 1) % 2]);
            var question = item.GetProperty("message").GetProperty("id").GetGuid();
            if (trick.StartsWith("completing", StringComparison.Ordinal)) await CompleteAsync(question, me);
            await _api.SayAsync(channel, me, $"@{other} go on", trick.EndsWith("message", StringComparison.Ordinal) || trick.Contains("thread") ? first : null);
            if (!trick.StartsWith("completing", StringComparison.Ordinal)) await CompleteAsync(question, me);
            (++said).ShouldBeLessThanOrEqualTo(WakeRules.MaxLinks);
        }
        said.ShouldBe(WakeRules.MaxLinks);
    }

    [Theory]
    [InlineData("agents")]
    [InlineData("participants")]
    [InlineData("a new list of participants")]
    public async Task Agent_ThatWasTakenOut_NoLongerSeesOrAnswersWhatItWasAsked(string way)
    {
        var agent = await _api.CreateAgentAsync();
        var key = await factory.AgentAsync(agent, "messages:read", "messages:write");
        var channel = (await _api.PostAsync("/api/messaging/group-channels", new { name = $"g{Guid.CreateVersion7():N}", participants = new[] { "ada", "bob" } }))
            .ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = agent })).ShouldBe(200);
        var message = await _api.SubmitAsync(channel, "Hello", "ada");

        if (way.StartsWith('a') && way.Contains(' ')) (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { participantCentralUserIds = new[] { "ada", "bob" } })).ShouldBe(200);
        else (await _api.DeleteAsync($"/api/messaging/channels/{channel}/{way}/{agent}")).ShouldBe(200);
        (await _api.PatchAsync($"/api/messaging/messages/{message}", new { content = "Among ourselves" })).ShouldBe(200);

        (await key.FetchAsync(agent)).ShouldBeEmpty();
        (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("ignored");
    }

    [Fact]
    public async Task Agent_OfAnIdThatWasAnothers_DoesNotInheritItsPlaces()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        (await _api.DeleteAsync($"/api/agents/{agent}")).ShouldBe(200);

        // As if somebody had brought it in while it was deleted.
        await factory.QueryAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database,
            $"""
            INSERT INTO "Participants" ("ChannelId", "ActorId", "ActorKey", "Kind", "Role", "JoinedAt", "IsMuted") VALUES ({channel}, {agent}, {agent}, 1, 1, 0, {false})
            """));
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants/{agent}")).ShouldBe(200);

        (await _api.PostAsync("/api/agents", new { id = agent, name = "Another" })).ShouldBe(201);

        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants/{agent}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    private async Task CompleteAsync(Guid question, string agent) =>
        (await _api.PostAsync("/api/messaging/complete", new { messageId = question, status = "completed", agentId = agent })).ShouldBe(200);
}
