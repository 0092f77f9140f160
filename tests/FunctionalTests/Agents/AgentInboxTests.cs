using System.Diagnostics;
using Eliza.Domain.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

public sealed class AgentInboxTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Fetch_WhenMessagesWait_GivesTheOldestOfEachChannelUnderALease()
    {
        var agent = await _api.CreateAgentAsync();
        var key = await factory.AgentAsync(agent, "messages:read", "messages:write");
        var (here, there) = (await _api.CreateChannelWithAsync(agent), await _api.CreateChannelWithAsync(agent));
        var first = await _api.SubmitAsync(here, "one", User);
        await _api.SubmitAsync(here, "two", User);
        await _api.SubmitAsync(there, "elsewhere", "ada");

        var items = await key.FetchAsync(agent);

        items.Select(item => item.GetProperty("message").Text("text")).ShouldBe(["one", "elsewhere"]);
        var (item, message) = (items[0], items[0].GetProperty("message"));
        (message.GetProperty("id").GetGuid(), message.Text("authorId"), message.GetProperty("channelId").GetGuid(), message.GetProperty("serverId").GetGuid())
            .ShouldBe((first, User, here, Guid.Empty));
        item.GetProperty("attempts").GetInt32().ShouldBe(1);
        item.GetProperty("lease").GetGuid().ShouldNotBe(Guid.Empty);
        item.GetProperty("leaseEndsAt").GetInt64().ShouldBeInRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 30, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 61);
        (await key.FetchAsync(agent)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_WhenTheFirstIsCompleted_GivesTheNext()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);
        await _api.SubmitAsync(channel, "two", User);
        await _api.FetchAsync(agent);

        (await _api.CompleteAsync(agent, channel, User, "one")).ShouldBe(200);

        (await _api.FetchAsync(agent)).ShouldHaveSingleItem().GetProperty("message").Text("text").ShouldBe("two");
    }

    [Fact]
    public async Task Fetch_WhenFortyPollAtOnce_GivesEachRunOnce()
    {
        var agent = await _api.CreateAgentAsync();
        var channels = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _api.CreateChannelWithAsync(agent)));
        foreach (var channel in channels) await _api.SubmitAsync(channel, "Hello", User);

        var fetched = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.FetchAsync(agent, "limit=2")));

        var runs = fetched.SelectMany(items => items).Select(item => item.GetProperty("runId").GetGuid()).ToList();
        runs.ShouldBeUnique();
        runs.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Fetch_WhenFortyWaitForOneMessage_GivesItToOneAndNothingToTheRest()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        var waiting = Enumerable.Range(0, 40).Select(_ => _api.FetchAsync(agent, "waitSeconds=3")).ToList();
        await WaitingAsync(40);

        await _api.SubmitAsync(channel, "at last", User);

        var fetched = await Task.WhenAll(waiting);
        fetched.SelectMany(items => items).ShouldHaveSingleItem().GetProperty("message").Text("text").ShouldBe("at last");
    }

    [Fact]
    public async Task Fetch_WhenAMessageComesMeanwhile_GivesItAtOnce()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        var clock = Stopwatch.StartNew();
        var waiting = _api.FetchAsync(agent, "waitSeconds=30");
        await WaitingAsync(1);

        await _api.SubmitAsync(channel, "at last", User);

        (await waiting).Count.ShouldBe(1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Fetch_WhenItsClientGoesAway_WaitsNoMore()
    {
        var agent = await _api.CreateAgentAsync();
        using var gone = new CancellationTokenSource();
        var waiting = _api.Client.GetAsync($"/api/agents/{agent}/inbox?waitSeconds=30", gone.Token);
        await WaitingAsync(1);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await WaitingAsync(0);
    }

    [Fact]
    public async Task Release_WithoutAndWithAnError_GivesTheRunBackUntriedAndAsAFailure()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);
        var item = (await _api.FetchAsync(agent)).ShouldHaveSingleItem();
        var path = $"/api/agents/{agent}/inbox/{item.Text("runId")}/release";

        (await _api.PostAsync(path, new { lease = item.Text("lease") })).ShouldBe(200).Json.Text("status").ShouldBe("pending");
        (await _api.PostAsync(path, new { lease = item.Text("lease") })).ShouldBeError(409, "CONFLICT");
        item = (await _api.FetchAsync(agent)).ShouldHaveSingleItem();
        item.GetProperty("attempts").GetInt32().ShouldBe(1);
        (await _api.PostAsync(path, new { lease = item.Text("lease"), error = "No model" })).ShouldBe(200).Data.Text("status").ShouldBe("pending");

        var run = (await _api.RunsAsync(agent)).ShouldHaveSingleItem();
        (run.Text("status"), run.GetProperty("attempts").GetInt32(), run.Text("error"), run.GetProperty("counts").GetProperty("errors").GetInt32())
            .ShouldBe(("pending", 1, "No model", 1));
    }

    [Fact]
    public async Task Ack_WithTheLease_HoldsTheRunForLonger()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);
        var item = (await _api.FetchAsync(agent, "leaseSeconds=10")).ShouldHaveSingleItem();
        var path = $"/api/agents/{agent}/inbox/{item.Text("runId")}/ack";

        var held = (await _api.PostAsync(path, new { lease = item.Text("lease"), lease_seconds = 3600 })).ShouldBe(200);

        held.Json.GetProperty("leaseEndsAt").GetInt64().ShouldBeGreaterThan(item.GetProperty("leaseEndsAt").GetInt64() + 3000);
        held.Data.Text("runId").ShouldBe(item.Text("runId"));
        (await _api.PostAsync(path, new { lease = Guid.CreateVersion7() })).ShouldBeError(409, "CONFLICT");
        (await _api.PostAsync(path, new { lease = "x" })).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.PostAsync(path, new { lease = item.Text("lease"), leaseSeconds = 3601 })).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.PostAsync(path, new { })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("Required field 'lease' is missing");
        var other = await _api.CreateAgentAsync();
        foreach (var wrong in new[] { path.Replace(agent, other), path.Replace(item.Text("runId"), "x") })
            (await _api.PostAsync(wrong, new { lease = item.Text("lease") })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData("limit=21", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("waitSeconds=31", "waitSeconds")]
    [InlineData("waitSeconds=-1", "waitSeconds")]
    [InlineData("leaseSeconds=9", "leaseSeconds")]
    [InlineData("leaseSeconds=601", "leaseSeconds")]
    [InlineData("waitSeconds=x", "waitSeconds")]
    public async Task Fetch_WhenInvalid_Returns400(string query, string field) =>
        (await _api.GetAsync($"/api/agents/{await _api.CreateAgentAsync()}/inbox?{query}")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain($"'{field}'");

    [Fact]
    public async Task Inbox_OfAnotherAgent_Returns403()
    {
        var (mine, other) = (await _api.CreateAgentAsync(), await _api.CreateAgentAsync());
        var key = await factory.AgentAsync(mine, "messages:read", "messages:write");
        (await key.GetAsync($"/api/agents/{mine}/inbox")).ShouldBe(200);
        (await key.GetAsync($"/api/agents/{other}/inbox")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(mine, "messages:write")).GetAsync($"/api/agents/{mine}/inbox")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync(User)).GetAsync($"/api/agents/{mine}/inbox")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Answer_WithoutAndWithAMessageItReplies_IsNotedAndStaysOpenUntilItCompletes()
    {
        var agent = await _api.CreateAgentAsync();
        var key = await factory.AgentAsync(agent, "messages:read", "messages:write");
        var channel = await _api.CreateChannelWithAsync(agent);
        var question = await _api.SubmitAsync(channel, "one", User);
        await key.FetchAsync(agent);

        var first = await key.SayAsync(channel, agent, "Hm");
        await key.SayAsync(channel, agent, "Well, then", question);

        var run = (await key.RunsAsync(agent)).ShouldHaveSingleItem();
        (run.Text("status"), run.GetProperty("replyId").GetGuid()).ShouldBe(("running", first));
        (await key.CompleteAsync(agent, channel, User, "one")).ShouldBe(200).Json.Text("response").ShouldBe("Hm");
        var links = await factory.QueryAsync(db => Task.FromResult(db.Messages.AsEnumerable().Where(message => message.ChannelId.Value == channel).Select(message => message.Links).ToList()));
        links.ShouldBe([0, 1, 1]);
    }

    [Fact]
    public async Task Answer_ByAPersonOrBeforeTheWorkBegan_IsNoAnswer()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        var question = await _api.SubmitAsync(channel, "one", User);

        await _api.SayAsync(channel, agent, "An announcement");
        await _api.SayAsync(channel, "ada", "What I say", question);

        (await _api.RunsAsync(agent)).Single(run => run.GetProperty("messageId").GetGuid() == question).GetProperty("replyId").ValueKind
            .ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Chain_OfAgentsThatCallEachOther_EndsWithoutReplyMarks()
    {
        var (left, right) = (await _api.CreateAgentAsync(name: "Left"), await _api.CreateAgentAsync(name: "Right"));
        var channel = await _api.CreateChannelWithAsync(left, right);
        await _api.SubmitAsync(channel, "@left go", User);

        var said = 0;
        for (; said < 20; said++)
        {
            var (agent, other) = said % 2 == 0 ? (left, "right") : (right, "left");
            var items = await _api.FetchAsync(agent);
            if (items.Count == 0) break;
            await _api.SayAsync(channel, agent, $"@{other} {said}");
            var prompt = items[0].GetProperty("message");
            (await _api.PostAsync("/api/messaging/complete", new { messageId = prompt.Text("id"), status = "completed", agentId = agent })).ShouldBe(200);
        }

        said.ShouldBe(WakeRules.MaxLinks);
    }

    /// <summary>Awaits that so many requests wait; the sweepers of sessions and of feeds, and the look at credentials, listen all the time.</summary>
    private async Task WaitingAsync(int requests)
    {
        var hints = factory.Services.GetRequiredService<Hints>();
        var count = requests + 3;
        var patience = Stopwatch.StartNew();
        while (hints.Count != count && patience.Elapsed < TimeSpan.FromSeconds(30)) await Task.Yield();
        hints.Count.ShouldBe(count);
    }
}
