using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence.Known;

/// <summary>What this server changes, its very next request knows: the clock stands still meanwhile, so nothing is forgotten by age.</summary>
public sealed class NextRequestTests(FactsFactory factory) : IClassFixture<FactsFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Participant_WhenItsRoleChangesOrItIsTakenOut_MayDoAccordingly()
    {
        var (channel, ada) = (await PrivateChannelAsync(), await factory.UserAsync("ada"));
        await ShouldBeAsync(ada, channel, reading: 403, writing: 403);

        await _api.JoinAsync(channel, "ada");
        await ShouldBeAsync(ada, channel, reading: 200, writing: 201);

        (await _api.PatchAsync($"{Path(channel)}/participants/ada", new { role = "guest" })).ShouldBe(200);
        await ShouldBeAsync(ada, channel, reading: 200, writing: 403);

        (await _api.DeleteAsync($"{Path(channel)}/participants/ada")).ShouldBe(200);
        await ShouldBeAsync(ada, channel, reading: 403, writing: 403);
    }

    [Fact]
    public async Task Channel_WhenItIsClosedOrDeleted_IsClosedOrGone()
    {
        var (channel, ada) = (await _api.CreateChannelAsync($"open-{Guid.CreateVersion7():N}"), await factory.UserAsync("ada"));
        await ShouldBeAsync(ada, channel, reading: 200, writing: 201);

        (await _api.PatchAsync(Path(channel), new { metadata = new { isPrivate = true } })).ShouldBe(200);
        await ShouldBeAsync(ada, channel, reading: 403, writing: 403);

        (await _api.DeleteAsync(Path(channel))).ShouldBe(200);
        await ShouldBeAsync(ada, channel, reading: 404, writing: 404);
    }

    [Fact]
    public async Task Channels_WhenTheirServerIsDeleted_AreGone()
    {
        var server = (await _api.PostAsync("/api/messaging/servers", new { name = "doomed" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = "doomed-too", server_id = server })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await ShouldBeAsync(_api, channel, reading: 200, writing: 201);

        (await _api.DeleteAsync($"/api/messaging/servers/{server}")).ShouldBe(200);

        await ShouldBeAsync(_api, channel, reading: 404, writing: 404);
    }

    [Fact]
    public async Task ChannelOfASession_WhenNothingWasSaidAndItIsDeleted_IsGone()
    {
        var session = await _api.OpenAsync();
        (await _api.GetAsync(Path(session.Channel()))).ShouldBe(200);

        (await _api.EndAsync(session.Id())).ShouldBe(200);

        await ShouldBeAsync(_api, session.Channel(), reading: 404, writing: 404);
    }

    [Fact]
    public async Task ChannelOfAJob_WhenItHasExpired_IsGone()
    {
        var job = (await _api.PostAsync("/api/messaging/jobs", new { agentId = Api.Eliza, userId = "ada", content = "Hello" })).ShouldBe(201).Data.GetProperty("jobId").GetGuid();
        var channel = (await _api.GetAsync($"/api/messaging/jobs/{job}")).ShouldBe(200).Data.GetProperty("channelId").GetGuid();
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        (await _api.GetAsync(Path(channel))).ShouldBe(200);

        await using var unit = new StampedUnit(factory);
        (await unit.Get<IJobRepository>().RemoveExpiredAsync(factory.Time.GetUtcNow().AddYears(1), 100, TestContext.Current.CancellationToken)).ShouldBePositive();
        await unit.CommitAsync();

        await ShouldBeAsync(_api, channel, reading: 404, writing: 404);
    }

    [Fact]
    public async Task Agent_WhenItIsMutedStoppedOrTakenOut_IsNotWoken()
    {
        var (channel, agent) = (await _api.CreateChannelAsync($"wakes-{Guid.CreateVersion7():N}"), await CreateAgentAsync());
        (await WokenAsync(channel)).ShouldBe(0);
        (await _api.PostAsync($"{Path(channel)}/agents", new { agentId = agent })).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(1);

        (await _api.PostAsync($"{Path(channel)}/agents/{agent}/mute", new { })).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(0);
        (await _api.PostAsync($"{Path(channel)}/agents/{agent}/unmute", new { })).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(1);

        (await _api.PostAsync($"/api/agents/{agent}/stop", new { })).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(0);
        (await _api.PostAsync($"/api/agents/{agent}/start", new { })).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(1);

        (await _api.DeleteAsync($"{Path(channel)}/agents/{agent}")).ShouldBe(200);
        (await WokenAsync(channel)).ShouldBe(0);
    }

    [Fact]
    public async Task Agent_WhenItIsMadeOrDeleted_IsOneOrIsNone()
    {
        var (channel, agent) = (await _api.CreateChannelAsync($"made-{Guid.CreateVersion7():N}"), $"{Guid.CreateVersion7()}");
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = agent, content = "I am nobody yet" }))
            .ShouldBe(201).Data.GetProperty("sourceType").GetString().ShouldBe("user_message");

        await CreateAgentAsync(agent);
        var key = await factory.AgentAsync(agent, "messages:write", "messages:read");
        (await key.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "I am one" }))
            .ShouldBe(201).Data.GetProperty("sourceType").GetString().ShouldBe("agent_response");

        (await _api.DeleteAsync($"/api/agents/{agent}")).ShouldBe(200);
        (await key.GetAsync(Path(channel))).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = agent, content = "I was one" }))
            .ShouldBe(201).Data.GetProperty("sourceType").GetString().ShouldBe("user_message");
    }

    [Fact]
    public async Task Key_WhenItIsRotatedOrRevoked_Ends()
    {
        var created = (await _api.PostAsync("/api/auth/keys", new { name = "brief", kind = "service" })).ShouldBe(201).Data;
        var (path, first) = ($"/api/auth/keys/{created.GetProperty("id").GetString()}", factory.WithCredential(created.GetProperty("key").GetString()!));
        (await first.GetAsync("/api/agents")).ShouldBe(200);

        var second = factory.WithCredential((await _api.PostAsync($"{path}/rotate", new { })).ShouldBe(200).Data.GetProperty("key").GetString()!);
        (await first.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await second.GetAsync("/api/agents")).ShouldBe(200);

        (await _api.DeleteAsync(path)).ShouldBe(200);
        (await second.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    private static string Path(Guid channel) => $"/api/messaging/channels/{channel}";

    private static async Task ShouldBeAsync(Api api, Guid channel, int reading, int writing)
    {
        (await api.GetAsync(Path(channel))).ShouldBe(reading);
        (await api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Hello" })).ShouldBe(writing);
    }

    private async Task<Guid> PrivateChannelAsync() =>
        (await _api.PostAsync("/api/messaging/channels", new { name = $"private-{Guid.CreateVersion7():N}", metadata = new { isPrivate = true } })).ShouldBe(201).Data.GetProperty("id").GetGuid();

    /// <summary>One that fetches its runs, so that they stay as they are.</summary>
    private async Task<string> CreateAgentAsync(string? id = null)
    {
        id ??= $"{Guid.CreateVersion7()}";
        (await _api.PostAsync("/api/agents", new { id, name = $"Remote {id[^6..]}", kind = "remote" })).ShouldBe(201);
        return id;
    }

    /// <summary>How many agents a message wakes.</summary>
    private async Task<int> WokenAsync(Guid channel)
    {
        MessageId message = new(await _api.SubmitAsync(channel, "Who is there?"));
        return await factory.QueryAsync(db => db.AgentRuns.CountAsync(run => run.MessageId == message));
    }
}
