using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

/// <summary>People talk with a language model, a stand-in on this machine.</summary>
public sealed class LlmAgentTests(AgentsFactory factory) : IClassFixture<AgentsFactory>
{
    private readonly Fixtures.Api _api = factory.Api;

    [Fact]
    public async Task Conversation_WithAModel_GoesOnFromWhatWasSaid()
    {
        var channel = await factory.ChannelWithAsync("parry", "llm", new { system = "You are Parry.", maxTokens = 50, temperature = 0.2 });
        await _api.JoinAsync(channel, "ada");
        factory.Model.Answer = TestModel.Saying("Good ", "morning.");
        await _api.SubmitAsync(channel, "Hello", "ada");
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        factory.Model.Answer = TestModel.Saying("I am fine.");
        await _api.SubmitAsync(channel, "How are you?", "ada");
        await factory.Posted.WaitForAnswersAsync(channel, 2);

        (await _api.HistoryAsync(channel)).Select(message => message.GetProperty("text").GetString())
            .ShouldBe(["Hello", "Good morning.", "How are you?", "I am fine."]);
        var request = factory.Model.Requests.Last(request => request.Json.GetProperty("max_completion_tokens").GetInt32() == 50);
        request.Headers["Authorization"].ShouldBe($"Bearer {AgentsFactory.LlmKey}");
        TestModel.MessagesOf(request).ShouldBe([("system", "You are Parry."), ("user", "Hello"), ("assistant", "Good morning."), ("user", "How are you?")]);
        factory.Log.Lines.ShouldNotContain(line => line.Contains(AgentsFactory.LlmKey));
        factory.Log.Lines.ShouldNotContain(line => line.Contains("Good morning."));
    }

    [Fact]
    public async Task Conversation_OfSeveral_TellsTheModelWhoSaidWhatAndNoMoreThanItsSettings()
    {
        var channel = await factory.ChannelWithAsync("counsellor", "llm", new { model = "group-model", history = 2 });
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada", name = "Ada" })).ShouldBe(201);
        await _api.JoinAsync(channel, "bob");
        factory.Model.Answer = TestModel.Saying("I see.");
        foreach (var (author, text) in new[] { ("ada", "One"), ("bob", "Two"), ("ada", "Three") })
        {
            var before = factory.Posted.AnswersIn(channel);
            await _api.SubmitAsync(channel, text, author);
            await factory.Posted.WaitForAnswersAsync(channel, before + 1);
        }

        var request = factory.Model.Requests.Last(request => request.Json.GetProperty("model").GetString() == "group-model");
        TestModel.MessagesOf(request).Skip(1).ShouldBe([("user", "bob: Two"), ("assistant", "I see."), ("user", "Ada: Three")]);
    }

    [Fact]
    public async Task Reply_WhileTheModelSpeaks_CanBeFollowedBeforeItIsPosted()
    {
        var channel = await factory.ChannelWithAsync("slow-speaker", "llm", new { });
        var go = new TaskCompletionSource();
        factory.Model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Good ");
            await TestModel.SayAsync(context, "mor");
            await go.Task;
            await TestModel.SayAsync(context, "ning. ");
            await TestModel.EndAsync(context);
        };
        var asked = await _api.SubmitAsync(channel, "Hello");

        var question = new Question(new MessageId(asked), new ChannelId(channel), ActorId.From("slow-speaker"));
        await using var scope = factory.Services.CreateAsyncScope();
        var following = scope.ServiceProvider.GetRequiredService<ReplyFollower>().FollowAsync(question, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var (text, next) = ("", 0);
        ReplyEvent? last = null;
        await foreach (var told in following)
        {
            last = told;
            if (told is not ReplyChunk chunk) continue;
            chunk.Index.ShouldBe(next++);
            text += chunk.Text;
            if (text != "Good mor") continue;
            factory.Posted.AnswersIn(channel).ShouldBe(0);
            go.SetResult();
        }

        go.Task.IsCompleted.ShouldBeTrue();
        text.ShouldBe("Good morning.");
        last.ShouldBeOfType<ReplyDone>().Reply.Text.ShouldBe("Good morning.");
        scope.ServiceProvider.GetRequiredService<IReplyDrafts>().Find(question).ShouldBeNull();
    }

    [Fact]
    public async Task Run_WhenTheModelHasNoTime_IsTriedAgainAfterAPause()
    {
        var channel = await factory.ChannelWithAsync("busy", "llm", new { });
        factory.Model.Answer = context =>
        {
            context.Response.StatusCode = 429;
            return context.Response.WriteAsync("""{"error":{"message":"too many requests about your secret"}}""");
        };
        await _api.SubmitAsync(channel, "Hello");
        var failed = await factory.RunAsync(channel, run => run.Status is AgentRunStatus.Pending && run.Attempts == 1);
        failed.LastError.ShouldBe("The language model answered 429");
        failed.DueAt.ShouldBe(factory.Time.GetUtcNow().AddSeconds(1));

        factory.Model.Answer = TestModel.Saying("Now I have time.");
        await factory.AnswersInTimeAsync(channel, 1);

        (await factory.RunAsync(channel, run => !run.IsOpen)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Run_WhenTheModelIsTooSlow_FailsAtTheEndOfItsTimeAndTheCallIsEnded()
    {
        var channel = await factory.ChannelWithAsync("slow", "llm", new { timeout = 5 });
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        factory.Model.Answer = async context =>
        {
            context.RequestAborted.Register(() => ended.TrySetResult());
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Let me think");
            begun.TrySetResult();
            await ended.Task;
        };
        await _api.SubmitAsync(channel, "Hello");
        await begun.Task;

        factory.Time.Advance(TimeSpan.FromSeconds(5));

        (await factory.RunAsync(channel, run => run.LastError is not null)).LastError.ShouldBe("The agent did not answer within 5 seconds");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        factory.Model.Answer = TestModel.Saying("Done");
        await factory.AnswersInTimeAsync(channel, 1);
    }

    [Fact]
    public async Task Run_OfAnAgentThatMayTakeLong_OutlastsTheUsualTime()
    {
        var channel = await factory.ChannelWithAsync("thorough", "llm", new { timeout = 600 });
        var go = new TaskCompletionSource();
        factory.Model.Answer = async context =>
        {
            await go.Task;
            await TestModel.Saying("At last")(context);
        };
        await _api.SubmitAsync(channel, "Hello");
        var begun = factory.Time.GetUtcNow();
        (await factory.RunAsync(channel, run => run.DueAt >= begun.AddSeconds(630))).Status.ShouldBe(AgentRunStatus.Running);

        for (var minute = 0; minute < 9; minute++) factory.Time.Advance(TimeSpan.FromMinutes(1));
        go.SetResult();
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        (await factory.RunAsync(channel, run => !run.IsOpen)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Run_WhenTheModelSaysWhatMayNotBeSaid_FailsWithTheRule()
    {
        var channel = await factory.ChannelWithAsync("wild", "llm", new { cache = true });
        factory.Model.Answer = TestModel.Saying("<scr", "ipt>alert(1)</script>");
        await _api.SubmitAsync(channel, "Hello");
        (await factory.RunAsync(channel, run => run.LastError is not null)).LastError!.ShouldContain("must not contain markup");

        factory.Model.Answer = TestModel.Saying("Sorry");
        await factory.AnswersInTimeAsync(channel, 1);
    }

    /// <summary>With its history, a question is another each time: what was said in one channel must not be told in another.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 3)]
    public async Task Question_ThatWasAskedBefore_IsAnsweredFromMemoryWhereNoHistoryGoesAlong(int history, int calls)
    {
        var model = $"cached-{history}";
        var channel = await factory.ChannelWithAsync($"repeating-{history}", "llm", new { model, history, cache = true });
        factory.Model.Answer = TestModel.Saying("Forty-two");
        for (var time = 1; time <= 3; time++)
        {
            await _api.SubmitAsync(channel, "What is it?", $"user-{time}");
            await factory.Posted.WaitForAnswersAsync(channel, time);
        }

        factory.Model.Requests.Count(request => request.Json.GetProperty("model").GetString() == model).ShouldBe(calls);
        (await _api.HistoryAsync(channel)).Count(message => message.GetProperty("text").GetString() == "Forty-two").ShouldBe(3);
    }
}
