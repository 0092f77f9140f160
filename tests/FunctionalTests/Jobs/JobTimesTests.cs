using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Jobs;

/// <summary>Jobs over time, with an agent that answers when the test says so.</summary>
public sealed class JobTimesTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private const string Path = "/api/messaging/jobs";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Job_WhileTheAgentIsAtIt_IsProcessing()
    {
        var job = await CreateAsync();
        var asked = await factory.Agent.AskedAsync();
        var state = await GetAsync(job);
        state.GetProperty("status").GetString().ShouldBe("processing");
        state.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);

        factory.Time.Advance(TimeSpan.FromSeconds(2));
        asked.SetResult(new AgentAnswer("Done", null));
        await factory.Posted.WaitForAnswersAsync(state.GetProperty("channelId").GetGuid(), 1);
        var done = await GetAsync(job);
        done.GetProperty("status").GetString().ShouldBe("completed");
        done.GetProperty("result").GetProperty("processingTimeMs").GetInt64().ShouldBe(2000);
        done.GetProperty("result").GetProperty("message").GetProperty("content").GetString().ShouldBe("Done");
    }

    [Fact]
    public async Task Job_WhenTheTimeIsUp_IsTimeoutAndStaysSoWhateverComesLater()
    {
        var job = await CreateAsync(timeoutMs: 1000);
        var asked = await factory.Agent.AskedAsync();
        factory.Time.Advance(TimeSpan.FromSeconds(1));
        var late = await GetAsync(job);
        late.GetProperty("status").GetString().ShouldBe("timeout");
        late.GetProperty("error").GetString()!.ShouldContain("in time");

        asked.SetResult(new AgentAnswer("Too late", null));
        await factory.Posted.WaitForAnswersAsync(late.GetProperty("channelId").GetGuid(), 1);
        (await GetAsync(job)).GetRawText().ShouldBe(late.GetRawText());
    }

    [Fact]
    public async Task Job_WhenTheAgentHasNothingToSay_Fails()
    {
        var job = await CreateAsync();
        var channel = (await GetAsync(job)).GetProperty("channelId").GetGuid();
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer(null, null));
        await UntilAsync(job, "failed");

        (await GetAsync(job)).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
        var health = (await _api.GetAsync($"{Path}/health")).ShouldBe(200).Data;
        health.GetProperty("statusCounts").GetProperty("failed").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Create_WhenTheAgentIsInactive_Returns409()
    {
        await factory.QueryAsync(db => db.AddAgentAsync("idle", "Idle", "eliza", isActive: false));

        (await _api.PostAsync(Path, new { userId = "ada", content = "Hello", agentId = "idle" })).ShouldBeError(409, "CONFLICT").Details.ShouldContain("idle");
    }

    [Fact]
    public async Task Job_LongAfterItExpired_IsRemovedWithItsChannel()
    {
        var job = await CreateAsync();
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Done", null));
        var channel = (await GetAsync(job)).GetProperty("channelId").GetGuid();
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        factory.Time.Advance(TimeSpan.FromHours(24));
        (await _api.GetAsync($"{Path}/{job}")).ShouldBe(200);

        await factory.InTimeAsync(GoneAsync(job));

        (await _api.GetAsync($"/api/messaging/channels/{channel}/details")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        var left = await factory.QueryAsync(db => db.Messages.CountAsync(message => message.ChannelId == new Domain.Channels.ChannelId(channel)));
        left.ShouldBe(0);
    }

    private async Task<Guid> CreateAsync(int timeoutMs = 30_000) =>
        (await _api.PostAsync(Path, new { userId = "ada", content = "Hello", agentId = ScriptedAgent.Id, timeoutMs })).ShouldBe(201).Data.GetProperty("jobId").GetGuid();

    private async Task<JsonElement> GetAsync(Guid job) => (await _api.GetAsync($"{Path}/{job}")).ShouldBe(200).Data;

    private async Task UntilAsync(Guid job, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while ((await GetAsync(job)).GetProperty("status").GetString() != status) await again.WaitForNextTickAsync(patience.Token);
    }

    private async Task<bool> GoneAsync(Guid job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while ((await _api.GetAsync($"{Path}/{job}")).Status != 404) await again.WaitForNextTickAsync(patience.Token);
        return true;
    }
}
