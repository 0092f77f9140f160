using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Platforms;

/// <summary>How long a connector waits, with an agent that answers when the test says so.</summary>
public sealed class AwaitedReplyTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private const string Path = "/api/messaging/external-messages";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Process_WhenTheAgentAnswersInTime_GivesTheReply()
    {
        var sending = SendAsync("in-time");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Here I am", null));

        ResponseOf(await sending).ShouldBe("Here I am");
    }

    [Fact]
    public async Task Process_WhenNoReplyCame_GivesNullAndARepetitionTheReplyThatCameLater()
    {
        var sending = SendAsync("late");
        var asked = await factory.Agent.AskedAsync();
        var first = await factory.InTimeAsync(sending);
        ResponseOf(first).ShouldBeNull();
        var channel = first.Data.GetProperty("channelId").GetGuid();

        asked.SetResult(new AgentAnswer("Better late", null));
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var again = await SendAsync("late");
        again.WasReplayed.ShouldBeTrue();
        ResponseOf(again).ShouldBe("Better late");
        (await _api.HistoryAsync(channel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Process_WhenTheAgentAnswersBeforeItIsDone_GivesTheReplyAtOnce()
    {
        var greeting = SendAsync("by-itself");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Welcome", null));
        var channel = (await greeting).Data.GetProperty("channelId").GetGuid();
        var sending = SendAsync("by-itself", message: "2");
        var asked = await factory.Agent.AskedAsync();

        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = ScriptedAgent.Id, content = "I am still at it" })).ShouldBe(201);

        ResponseOf(await sending.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBe("I am still at it");
        asked.SetResult(new AgentAnswer(null, null));
    }

    [Fact]
    public async Task Process_WhenTheAgentHasNothingToSay_GivesNullAtOnce()
    {
        var sending = SendAsync("nothing");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer(null, null));

        ResponseOf(await sending).ShouldBeNull();
    }

    [Fact]
    public async Task Process_WhenAnotherNodeAnswers_FindsTheReplyByLooking()
    {
        var sending = SendAsync("other-node");
        var asked = await factory.Agent.AskedAsync();
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AgentRuns" SET "Status" = 4, "EndedAt" = 1, "Lease" = NULL WHERE "EndedAt" IS NULL"""));

        ResponseOf(await factory.InTimeAsync(sending)).ShouldBeNull();
        asked.SetResult(new AgentAnswer("Too late", null));
    }

    [Fact]
    public async Task Process_WhenRepeatedAfterADay_KeepsTheFirstWhateverItSays()
    {
        var sending = SendAsync("next-day");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Remembered", null));
        var first = await sending;
        factory.Time.Advance(TimeSpan.FromHours(25));

        var again = (await SendAsync("next-day", content: "Edited since")).ShouldBe(200);
        again.WasReplayed.ShouldBeFalse();
        again.Data.GetRawText().ShouldBe(first.Data.GetRawText());

        var channel = first.Data.GetProperty("channelId").GetGuid();
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "Messages" """));
        factory.Time.Advance(TimeSpan.FromHours(25));
        var deleted = (await SendAsync("next-day")).ShouldBe(200);
        deleted.Data.GetProperty("messageId").GetString().ShouldBe(first.Data.GetProperty("messageId").GetString());
        ResponseOf(deleted).ShouldBeNull();
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Process_OfAPlatformWithAnAgentOfItsOwn_IsAnsweredByThat()
    {
        var answer = await _api.PostAsync(Path, new { platform = "telegram", messageId = "1", channelId = "own", userId = "ada", content = "Hello" });

        ResponseOf(answer).ShouldNotBeNull();
        answer.Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
    }

    [Fact]
    public async Task Process_WhenThePlatformsAgentDoesNotExist_Returns404() =>
        (await _api.PostAsync(Path, new { platform = "twitter", messageId = "1", channelId = "own", userId = "ada", content = "Hello" }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain("nobody-there");

    private static string? ResponseOf(Answer answer) =>
        answer.ShouldBe(200).Data.GetProperty("response") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private Task<Answer> SendAsync(string channel, string content = "Hello", string message = "1") =>
        _api.PostAsync(Path, new { platform = "discord", messageId = message, channelId = channel, userId = "ada", content });
}
