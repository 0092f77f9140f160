using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.FunctionalTests.Fixtures;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

public sealed class CompleteMessageTests(CompleteMessageTests.Factory factory) : IClassFixture<CompleteMessageTests.Factory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Complete_WhenFortyDoItAtOnce_EndsItOnceAndTellsAllTheSame()
    {
        var (agent, channel, _) = await AskedAsync("one");
        await _api.FetchAsync(agent);
        await _api.SayAsync(channel, agent, "The answer");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.CompleteAsync(agent, channel, User, "one")));

        foreach (var answer in answers) answer.ShouldBe(200).Text.ShouldBe("""{"success":true,"response":"The answer","data":{"success":true,"response":"The answer"}}""");
        factory.Ended.Of(agent).ShouldBe([AgentRunStatus.Completed]);
        var run = (await _api.RunsAsync(agent)).ShouldHaveSingleItem();
        (run.Text("status"), run.GetProperty("attempts").GetInt32()).ShouldBe(("completed", 1));
    }

    [Fact]
    public async Task Complete_OfAPendingRun_GivesTheNewestThatTheAgentSaidAndKeepsToIt()
    {
        var (agent, channel, _) = await AskedAsync("one");
        await _api.SayAsync(channel, agent, "First");
        await _api.SayAsync(channel, agent, "Second");

        (await _api.CompleteAsync(agent, channel, User, "one")).ShouldBe(200).Data.Text("response").ShouldBe("Second");

        await _api.SayAsync(channel, agent, "Third");
        (await _api.CompleteAsync(agent.ToUpperInvariant(), channel, User, "one")).ShouldBe(200).Data.Text("response").ShouldBe("Second");
    }

    [Fact]
    public async Task Complete_WhenTheAgentSaidNothing_GivesAnEmptyResponseForGood()
    {
        var (agent, channel, _) = await AskedAsync("one");

        (await _api.CompleteAsync(agent, channel, User, "one")).ShouldBe(200).Data.Text("response").ShouldBe("");

        await _api.SayAsync(channel, agent, "Too late");
        (await _api.CompleteAsync(agent, channel, User, "one")).ShouldBe(200).Data.Text("response").ShouldBe("");
    }

    [Fact]
    public async Task Complete_WhenTheUserSaidItTwice_EndsTheOldestFirst()
    {
        var (agent, channel, first) = await AskedAsync("again");
        var second = await _api.SubmitAsync(channel, "again", User);

        await _api.CompleteAsync(agent, channel, User, "again");
        (await RunsAsync()).ShouldBe([(first, "completed"), (second, "pending")], ignoreOrder: true);
        await _api.CompleteAsync(agent, channel, User, "again");
        (await RunsAsync()).ShouldBe([(first, "completed"), (second, "completed")], ignoreOrder: true);

        async Task<IEnumerable<(Guid, string)>> RunsAsync() => (await _api.RunsAsync(agent)).Select(run => (run.GetProperty("messageId").GetGuid(), run.Text("status")));
    }

    [Fact]
    public async Task Complete_OfAnAgentOfOurs_DropsWhatItWouldHaveSaid()
    {
        var agent = await _api.CreateAgentAsync("llm");
        var channel = await _api.CreateChannelWithAsync(agent);
        await _api.SubmitAsync(channel, "one", User);

        (await _api.CompleteAsync(agent, channel, User, "one")).ShouldBe(200).Data.Text("response").ShouldBe("");

        (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("completed");
    }

    [Fact]
    public async Task Complete_InAPlatformsRoom_FindsTheChannelThatMirrorsIt()
    {
        var (agent, channel, _) = await AskedAsync("one");
        var room = Guid.CreateVersion7();
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Channels" SET "Source" = {"telegram:" + room} WHERE "Id" = {channel}"""));

        (await _api.PostAsync("/api/messaging/complete", new { agent_id = agent, room_id = room.ToString().ToUpperInvariant(), user_id = User, prompt = "one" })).ShouldBe(200);

        (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("completed");
    }

    [Fact]
    public async Task Complete_WhenThereIsNoSuchRun_Returns404()
    {
        var (agent, channel, message) = await AskedAsync("one");
        (await _api.CompleteAsync(agent, channel, User, "One")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.CompleteAsync(agent, channel, Guid.Empty.ToString(), "one")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.CompleteAsync(agent, Guid.CreateVersion7(), User, "one")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain("Channel");
        (await _api.CompleteAsync(Api.Eliza, channel, User, "one")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.CompleteAsync(Guid.Empty.ToString(), channel, User, "one")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain("Agent");
        (await _api.PostAsync("/api/messaging/complete", new { messageId = Guid.CreateVersion7(), status = "completed" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.PostAsync("/api/messaging/complete", new { messageId = message, status = "completed", agentId = "nobody" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("pending");
    }

    [Theory]
    [InlineData("""{}""", "Required field 'agentId' is missing; Required field 'roomId' is missing; Required field 'userId' is missing; Required field 'prompt' is missing")]
    [InlineData("""{"agent_id":"eliza","roomId":"x","userId":"ada","prompt":" "}""", "Field 'agent_id' must be a UUID; Field 'roomId' must be a UUID; Field 'userId' must be a UUID; Field 'prompt' must not be empty")]
    [InlineData("""{"messageId":"x","status":"completed"}""", "Field 'messageId' must be a UUID")]
    [InlineData("""{"messageId":"aa000000-0000-7000-8000-000000000001"}""", "Required field 'status' is missing")]
    [InlineData("""{"messageId":"aa000000-0000-7000-8000-000000000001","status":"done"}""", "Field 'status' must be one of completed, failed")]
    public async Task Complete_WhenInvalid_Returns400(string body, string details) =>
        (await _api.PostRawAsync("/api/messaging/complete", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe(details);

    [Fact]
    public async Task Complete_ByEverySortOfCaller_LetsInTheAgentAndBackEnds()
    {
        var (agent, channel, message) = await AskedAsync("one");
        var other = await _api.CreateAgentAsync();
        Api[] refused =
        [
            await factory.UserAsync(User), await factory.AgentAsync(other, "messages:write"), await factory.AgentAsync(agent, "messages:read"),
            await factory.ServiceAsync("messages:read"), await factory.ServiceAsync("agents:write"),
        ];
        foreach (var caller in refused)
        {
            (await caller.CompleteAsync(agent, channel, User, "one")).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.PostAsync("/api/messaging/complete", new { messageId = message, status = "completed", agentId = agent })).ShouldBeError(403, "PERMISSION_DENIED");
        }
        (await (await factory.UserAsync(User)).PostAsync("/api/messaging/complete", new { messageId = message, status = "completed" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(other, "messages:write")).PostAsync("/api/messaging/complete", new { messageId = message, status = "completed" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await (await factory.ServiceAsync("messages:write")).CompleteAsync(agent, channel, User, "one")).ShouldBe(200);
        (await (await factory.AgentAsync(agent, "messages:write")).CompleteAsync(agent, channel, User, "one")).ShouldBe(200);
    }

    [Fact]
    public async Task CompleteById_AsTheReferencesClientDoes_EndsTheRunOfTheMessage()
    {
        var (agent, channel, message) = await AskedAsync("one");
        var key = await factory.AgentAsync(agent, "messages:read", "messages:write");
        await key.SayAsync(channel, agent, "The answer", message);

        var done = (await key.PostAsync("/api/messaging/complete", new { messageId = message, status = "completed" })).ShouldBe(200);

        done.Data.GetProperty("success").GetBoolean().ShouldBeTrue();
        done.Data.Text("response").ShouldBe("The answer");
        (await _api.PostAsync("/api/messaging/complete", new { messageId = message, status = "completed" })).ShouldBe(200).Text.ShouldBe(done.Text);
    }

    [Fact]
    public async Task CompleteById_WhenItFailed_EndsTheRunWithTheReason()
    {
        var (agent, _, message) = await AskedAsync("one");

        (await _api.PostAsync("/api/messaging/complete", new { message_id = message, status = "failed", error = "Out of tokens" })).ShouldBe(200).Data.Text("response").ShouldBe("");

        var run = (await _api.RunsAsync(agent)).ShouldHaveSingleItem();
        (run.Text("status"), run.Text("error")).ShouldBe(("failed", "Out of tokens"));
        factory.Ended.Of(agent).ShouldBe([AgentRunStatus.Failed]);
        (await _api.PostAsync("/api/messaging/complete", new { messageId = message, status = "failed", error = new string('x', 501) })).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task CompleteById_WhenSeveralAgentsWorkOnIt_WantsToKnowWhich()
    {
        var (left, right) = (await _api.CreateAgentAsync(name: "Left"), await _api.CreateAgentAsync(name: "Right"));
        var channel = await _api.CreateChannelWithAsync(left, right);
        var messageId = await _api.SubmitAsync(channel, "@left and @right", User);

        (await _api.PostAsync("/api/messaging/complete", new { messageId, status = "completed" })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'agentId'");
        (await _api.PostAsync("/api/messaging/complete", new { messageId, status = "completed", agentId = left })).ShouldBe(200);
        (await _api.PostAsync("/api/messaging/complete", new { messageId, status = "completed" })).ShouldBe(200);

        foreach (var agent in new[] { left, right }) (await _api.RunsAsync(agent)).ShouldHaveSingleItem().Text("status").ShouldBe("completed");
    }

    private async Task<(string Agent, Guid Channel, Guid Message)> AskedAsync(string prompt)
    {
        var agent = await _api.CreateAgentAsync();
        var channel = await _api.CreateChannelWithAsync(agent);
        return (agent, channel, await _api.SubmitAsync(channel, prompt, User));
    }

    public sealed class Factory : ApiFactory
    {
        internal EndedRuns Ended { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<INotificationHandler<Committed<RunEnded>>>(Ended));
        }
    }

    /// <summary>Hears of every run's end.</summary>
    internal sealed class EndedRuns : INotificationHandler<Committed<RunEnded>>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<RunEnded> _ended = [];

        public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
        {
            _ended.Enqueue(notification.Event);
            return Task.CompletedTask;
        }

        public IReadOnlyList<AgentRunStatus> Of(string agent) => [.. _ended.Where(ended => ended.AgentId.Value == agent).Select(ended => ended.Status)];
    }
}
