using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>What listeners are told of agents at work.</summary>
public sealed class AnswerEventsTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Answer_OfEliza_IsToldInPiecesAndThenWholeUnderOneId()
    {
        var channel = await _api.CreateChannelAsync($"answers-{Guid.CreateVersion7():N}", withEliza: true);
        using var listener = await EventListener.OpenAsync(_api, channel);

        var question = await _api.SubmitAsync(channel, "I am unhappy", "ada");
        var told = (await listener.UntilAsync("messageComplete")).Append(await listener.NextAsync()).ToList();

        told[0].Guid("id").ShouldBe(question);
        var answer = told.Last(one => one.Type == "messageBroadcast");
        var chunks = told.Where(one => one.Type == "messageStreamChunk").ToList();
        chunks.ShouldAllBe(chunk => chunk.Guid("messageId") == answer.Guid("id") && chunk.Guid("inReplyToMessageId") == question && chunk.Id == null);
        string.Concat(chunks.Select(chunk => chunk.Text("chunk"))).ShouldBe(answer.Text("text"));
        chunks.Select(chunk => chunk.Data.GetProperty("index").GetInt32()).ShouldBe(Enumerable.Range(0, chunks.Count));
        told.IndexOf(chunks[^1]).ShouldBeLessThan(told.IndexOf(answer));
        (answer.Text("senderType"), answer.Text("senderName"), answer.Guid("inReplyToMessageId")).ShouldBe(("agent", "Eliza", question));
        told.Where(one => one.Type == "controlMessage").Select(one => one.Text("action")).ShouldBe(["disable_input", "enable_input"]);
        told[^2].Guid("inReplyToMessageId").ShouldBe(question);
        told[^1].Type.ShouldBe("controlMessage");
        (await _api.HistoryAsync(channel)).ShouldContain(message => message.GetProperty("id").GetGuid() == answer.Guid("id"));
    }

    [Fact]
    public async Task Agent_WhenItFails_IsToldAsAnErrorAndLetsInputOnAgain()
    {
        var channel = await _api.CreateChannelAsync($"failures-{Guid.CreateVersion7():N}");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = ScriptedAgent.Id })).ShouldBe(200);
        using var listener = await EventListener.OpenAsync(_api, channel);

        var question = await _api.SubmitAsync(channel, "Hello", "ada");
        (await listener.NextAsync("messageBroadcast")).Guid("id").ShouldBe(question);
        (await listener.NextAsync("controlMessage")).Text("action").ShouldBe("disable_input");
        var told = listener.UntilAsync("controlMessage");
        var failing = FailAsync(told);
        var last = await factory.InTimeAsync(told);
        await failing;

        last.Select(one => one.Type).ShouldBe(["messageStreamError", "messageComplete", "controlMessage"]);
        (last[0].Guid("inReplyToMessageId"), last[0].Text("agentId")).ShouldBe((question, ScriptedAgent.Id));
        last[0].Text("error").ShouldNotBeNullOrWhiteSpace();
        last[2].Text("action").ShouldBe("enable_input");
    }

    [Theory]
    [InlineData("""DELETE FROM "AgentRuns" WHERE "MessageId" = {0}""", "messageComplete controlMessage")]
    [InlineData("""UPDATE "AgentRuns" SET "EndedAt" = "CreatedAt", "Status" = 3 WHERE "MessageId" = {0}""", "messageStreamError messageComplete controlMessage")]
    public async Task Work_WhoseEndNobodyTold_EndsAtASweepThatLeavesOtherWorkAlone(string change, string expected)
    {
        var (goesOn, _, asked) = await BeginWorkAsync();
        var (ended, question, askedThere) = await BeginWorkAsync();
        using var one = goesOn;
        using var other = ended;

        (await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync(change, question))).ShouldBe(1);
        var told = await factory.InTimeAsync(ended.UntilAsync("controlMessage"));

        string.Join(' ', told.Select(last => last.Type)).ShouldBe(expected);
        (told[0].Guid("inReplyToMessageId"), told[^1].Text("action")).ShouldBe((question, "enable_input"));
        goesOn.TryNextAsync().IsCompleted.ShouldBeFalse();
        asked.SetResult(AgentAnswer.Nothing);
        askedThere.SetResult(AgentAnswer.Nothing);
    }

    /// <summary>An agent is at work in a channel of its own.</summary>
    private async Task<(EventListener Listener, Guid Question, TaskCompletionSource<AgentAnswer> Asked)> BeginWorkAsync()
    {
        var channel = await _api.CreateChannelAsync($"work-{Guid.CreateVersion7():N}");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = ScriptedAgent.Id })).ShouldBe(200);
        var listener = await EventListener.OpenAsync(_api, channel);
        var question = await _api.SubmitAsync(channel, "Hello", "ada");
        var asked = await factory.Agent.AskedAsync();
        (await listener.UntilAsync("controlMessage"))[^1].Text("action").ShouldBe("disable_input");
        return (listener, question, asked);
    }

    /// <summary>Fails at every attempt until that is done.</summary>
    private async Task FailAsync(Task until)
    {
        using var over = new CancellationTokenSource();
        while (!until.IsCompleted)
        {
            var asked = factory.Agent.AskedUntilAsync(over.Token);
            if (await Task.WhenAny(asked, until) == asked) (await asked).SetException(new InvalidOperationException("broken"));
        }
        await over.CancelAsync();
    }
}
