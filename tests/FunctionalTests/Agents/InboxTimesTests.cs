using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

/// <summary>What becomes of fetched messages as time goes by.</summary>
public sealed class InboxTimesTests(InboxTimesTests.Factory factory) : IClassFixture<InboxTimesTests.Factory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Fetch_WhenTheLeaseHasEnded_GivesTheMessageAgainAndTheOldLeaseIsLost()
    {
        var (agent, _) = await AskedAsync();
        var first = (await _api.FetchAsync(agent, "leaseSeconds=10")).ShouldHaveSingleItem();
        factory.Time.Advance(TimeSpan.FromSeconds(9));
        (await _api.FetchAsync(agent)).ShouldBeEmpty();
        factory.Time.Advance(TimeSpan.FromSeconds(1));

        var second = (await _api.FetchAsync(agent)).ShouldHaveSingleItem();

        (second.Text("runId"), second.GetProperty("attempts").GetInt32()).ShouldBe((first.Text("runId"), 2));
        (await _api.PostAsync($"/api/agents/{agent}/inbox/{first.Text("runId")}/ack", new { lease = first.Text("lease") })).ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task Fetch_WhenTheLeaseWasHeldForLonger_GivesNothingUntilItsEnd()
    {
        var (agent, _) = await AskedAsync();
        var item = (await _api.FetchAsync(agent, "leaseSeconds=10")).ShouldHaveSingleItem();
        (await _api.PostAsync($"/api/agents/{agent}/inbox/{item.Text("runId")}/ack", new { lease = item.Text("lease"), leaseSeconds = 3600 })).ShouldBe(200);

        // The dispatcher's sweeps go by meanwhile: what was set far ahead on purpose is not pulled forward.
        for (var minute = 0; minute < 59; minute++) factory.Time.Advance(TimeSpan.FromMinutes(1));
        (await _api.FetchAsync(agent)).ShouldBeEmpty();
        factory.Time.Advance(TimeSpan.FromMinutes(1));

        (await _api.FetchAsync(agent)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_WhenEveryAttemptEndedWithItsLease_GivesItUpAndGoesOn()
    {
        var (agent, channel) = await AskedAsync();
        await _api.SubmitAsync(channel, "two", User);
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            (await _api.FetchAsync(agent, "leaseSeconds=10")).ShouldHaveSingleItem().GetProperty("attempts").GetInt32().ShouldBe(attempt);
            factory.Time.Advance(TimeSpan.FromSeconds(10));
        }

        (await _api.FetchAsync(agent)).ShouldBeEmpty();

        (await _api.FetchAsync(agent)).ShouldHaveSingleItem().GetProperty("message").Text("text").ShouldBe("two");
        var failed = (await _api.RunsAsync(agent, "status=failed")).ShouldHaveSingleItem();
        failed.Text("error").ShouldBe("The agent did not complete it in any attempt");
    }

    [Fact]
    public async Task Fetch_WhenTheAgentHadAnswered_CompletesTheRunInsteadOfGivingItAgain()
    {
        var (agent, channel) = await AskedAsync();
        await _api.FetchAsync(agent, "leaseSeconds=10");
        var reply = await _api.SayAsync(channel, agent, "The answer");
        factory.Time.Advance(TimeSpan.FromSeconds(10));

        (await _api.FetchAsync(agent)).ShouldBeEmpty();

        var run = (await _api.RunsAsync(agent)).ShouldHaveSingleItem();
        (run.Text("status"), run.GetProperty("replyId").GetGuid()).ShouldBe(("completed", reply));
    }

    [Fact]
    public async Task Release_WithErrors_PausesLongerEachTimeAndFailsOnTheSixth()
    {
        var (agent, _) = await AskedAsync();
        JsonElement item = default;
        foreach (var pause in new[] { 1, 2, 4, 8, 16 })
        {
            item = (await _api.FetchAsync(agent)).ShouldHaveSingleItem();
            (await ReleaseAsync(agent, item)).ShouldBe(200).Data.Text("status").ShouldBe("pending");
            factory.Time.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromMilliseconds(1));
            (await _api.FetchAsync(agent)).ShouldBeEmpty();
            factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        }
        item = (await _api.FetchAsync(agent)).ShouldHaveSingleItem();
        (await ReleaseAsync(agent, item)).ShouldBe(200).Data.Text("status").ShouldBe("failed");
        (await _api.FetchAsync(agent)).ShouldBeEmpty();
    }

    private Task<Answer> ReleaseAsync(string agent, JsonElement item) =>
        _api.PostAsync($"/api/agents/{agent}/inbox/{item.Text("runId")}/release", new { lease = item.Text("lease"), error = "No luck" });

    private async Task<(string Agent, Guid Channel)> AskedAsync()
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);
        return (agent, channel);
    }

    public sealed class Factory : ApiFactory
    {
        internal ManualTimeProvider Time { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
        }
    }
}
