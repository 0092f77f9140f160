using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Agents.Llm;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.Agents.Llm;

/// <summary>Against a stand-in that speaks OpenAI's protocol on a real socket.</summary>
public sealed class LlmRuntimeTests : IAsyncLifetime
{
    private const string Key = "sk-a-secret-key";

    private readonly ReplyDrafts _drafts = new(new GivenHints());
    private StandIn _model = null!;

    public static TheoryData<string, string> Faults => new()
    {
        { "429", "The language model answered 429" },
        { "500", "The language model answered 500" },
        { "401", "The language model answered 401" },
        { "302", "The language model answered 302" },
        { "garbage", "The language model's answer is not in OpenAI's format" },
        { "half a chunk", "The language model's answer is not in OpenAI's format" },
        { "silence", "The language model's answer broke off" },
        { "torn", "The language model's answer broke off" },
        { "unfinished", "The language model's answer broke off" },
        { "an endless line", "The language model's answer is too large" },
    };

    public async ValueTask InitializeAsync() => _model = await StandIn.StartAsync();

    public ValueTask DisposeAsync() => _model.DisposeAsync();

    [Fact]
    public async Task Answer_OfAModel_IsItsWordsTogether()
    {
        _model.Answer = TestModel.Saying("How ", "do", " you do? ", "😀");

        (await AnswerAsync(Turn("Hello"))).ShouldBe(new AgentAnswer("How do you do? 😀", null));
    }

    [Fact]
    public async Task Request_ForAnAgentWithSettings_FollowsThem()
    {
        _model.Answer = TestModel.Saying("Hi");
        var history = new TurnContext(Ids.Server, DisplayName.From("Ada"),
        [
            Said(Ids.Ada, "Ada", "Good morning"), Said(Ids.Eliza, "Eliza", "Good morning, Ada"), Said(Ids.Bob, null, "And to me?"),
        ]);

        await AnswerAsync(Turn("Hello") with
        {
            Context = history,
            Settings = new AgentSettings { System = "You are a pirate.", Model = "big-model", MaxTokens = 77, Temperature = 0.5 },
        });

        var request = _model.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /v1/chat/completions");
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        request.Json.GetProperty("model").GetString().ShouldBe("big-model");
        request.Json.GetProperty("stream").GetBoolean().ShouldBeTrue();
        request.Json.GetProperty("max_completion_tokens").GetInt32().ShouldBe(77);
        request.Json.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        TestModel.MessagesOf(request).ShouldBe(
        [
            ("system", "You are a pirate."), ("user", "Ada: Good morning"), ("assistant", "Good morning, Ada"), ("user", "bob: And to me?"), ("user", "Ada: Hello"),
        ]);
    }

    [Fact]
    public async Task Request_ForAnAgentWithoutSettings_FollowsTheConfiguration()
    {
        _model.Answer = TestModel.Saying("Hi");

        await AnswerAsync(Turn("Hello") with { Context = new TurnContext(Ids.Server, DisplayName.From("Ada"), [Said(Ids.Ada, "Ada", "Good morning")]) });

        var request = _model.Requests.ShouldHaveSingleItem();
        request.Json.GetProperty("model").GetString().ShouldBe("small-model");
        request.Json.GetProperty("max_completion_tokens").GetInt32().ShouldBe(1024);
        request.Json.TryGetProperty("temperature", out _).ShouldBeFalse();
        var messages = TestModel.MessagesOf(request);
        messages[0].Text.ShouldStartWith("You are Eliza");
        messages.Skip(1).ShouldBe([("user", "Good morning"), ("user", "Hello")], "one person alone needs no name");
    }

    [Fact]
    public async Task Request_WithoutAKey_HasNone()
    {
        _model.Answer = TestModel.Saying("Hi");

        (await AnswerAsync(Turn("Hello"), Options() with { Key = null })).Text.ShouldBe("Hi");

        _model.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Answer_WhenTheModelFails_IsAFailureInOurWordsAfterOneCall(string fault, string reason)
    {
        _model.Answer = context => FailAsync(context, fault);

        (await AnswerAsync(Turn("what Ada said"))).ShouldBe(AgentAnswer.Failed(reason));

        _model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_WhenNobodyListens_IsAFailure()
    {
        await using var gone = await StandIn.StartAsync();
        var address = gone.Address;
        await gone.DisposeAsync();

        (await AnswerAsync(Turn("Hello"), Options() with { Address = address })).ShouldBe(AgentAnswer.Failed("The language model cannot be reached"));
    }

    [Fact]
    public async Task Answer_WhenNothingIsConfigured_IsAFailureThatSaysWhatToSet()
    {
        (await AnswerAsync(Turn("Hello"), new Configured(null, null, "model"))).Failure.ShouldBe("No language model is configured: set Llm:Endpoint or Llm:ApiKey");
        (await AnswerAsync(Turn("Hello"), Options() with { Model = null })).Failure.ShouldBe("No model is named, neither by the agent's settings nor by Llm:Model");
        _model.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("length")]
    [InlineData("content_filter")]
    public async Task Answer_WhenTheModelSaysNothing_IsNothing(string reason)
    {
        _model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, " \n");
            await TestModel.EndAsync(context, reason);
        };

        (await AnswerAsync(Turn("Hello"))).ShouldBe(AgentAnswer.Nothing);
    }

    [Fact]
    public async Task Draft_WhileTheModelSpeaks_HoldsItsWordsUpToTheLastVisibleOne()
    {
        var drafts = new RecordedDrafts();
        _model.Answer = TestModel.Saying(" \n", "How ", "do\0", " you", " \n", "do? ", "\u0007");

        (await AnswerAsync(Turn("Hello") with { Attempt = 3 }, drafts: drafts)).Text.ShouldBe("How do you \ndo?");

        drafts.Events.ShouldBe(["3 How", "3  do", "3  you", "3  \ndo?", "3 ends"]);
        drafts.Question.ShouldBe(new Question(Ids.Message, Ids.Channel, Ids.Eliza));
    }

    [Theory]
    [InlineData("torn")]
    [InlineData("unfinished")]
    [InlineData("500")]
    public async Task Draft_WhenTheModelFails_EndsWithTheAttempt(string fault)
    {
        _model.Answer = context => FailAsync(context, fault);

        await AnswerAsync(Turn("Hello"));

        _drafts.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Answer_OfAModelThatNeverStops_IsCutAndTheCallEnded()
    {
        var ended = new TaskCompletionSource();
        _model.Answer = async context =>
        {
            context.RequestAborted.Register(ended.SetResult);
            await TestModel.BeginAsync(context);
            while (!context.RequestAborted.IsCancellationRequested) await TestModel.SayAsync(context, "and so on ");
        };

        var answer = await AnswerAsync(Turn("Hello"));

        answer.Text!.Length.ShouldBeInRange(3990, 4000);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Answer_WhenTheTimeIsOverMidway_IsCancelledAndTheCallEnded()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        _model.Answer = async context =>
        {
            context.RequestAborted.Register(ended.SetResult);
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Let me think");
            begun.SetResult();
            await ended.Task;
        };
        using var stop = new CancellationTokenSource();

        var drafts = new RecordedDrafts();

        var answer = AnswerAsync(Turn("Hello"), drafts: drafts, token: stop.Token);
        await begun.Task;
        await drafts.Appended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        drafts.Events.ShouldBe(["1 Let me think", "1 ends"]);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Calls_BeyondTheLimit_WaitForAHandToBeFree()
    {
        var go = new TaskCompletionSource();
        _model.Answer = async context =>
        {
            await go.Task;
            await TestModel.Saying("Hi")(context);
        };
        using var model = Model(Options());
        var runtime = new LlmRuntime(model, _drafts);

        var answers = Enumerable.Range(0, 5).Select(_ => runtime.AnswerAsync(Turn("Hello"), TestContext.Current.CancellationToken)).ToList();
        for (var call = 0; call < 2; call++) (await _model.IsAskedAsync()).ShouldBeTrue();
        _model.Requests.Count.ShouldBe(2);
        go.SetResult();

        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer.Text == "Hi");
        _model.Requests.Count.ShouldBe(5);
    }

    private static AgentTurn Turn(string text) => Turns.ForEliza(text) with { Kind = "llm" };

    private static PastMessage Said(ActorId author, string? name, string text) => new(
        Ids.OtherMessage, author, author == Ids.Eliza ? ActorKind.Agent : ActorKind.User, name is null ? null : DisplayName.From(name), text, Times.Now);

    private static async Task FailAsync(HttpContext context, string fault)
    {
        if (int.TryParse(fault, out var status))
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://127.0.0.1/elsewhere";
            await context.Response.WriteAsync("""{"error":{"message":"about what Ada said","type":"x","code":"y"}}""");
            return;
        }
        if (fault == "garbage") await TestModel.SendAsync(context, "<html>");
        if (fault == "half a chunk") await TestModel.SendAsync(context, """{"choices":[{"delta":{"conte""");
        if (fault is "torn" or "unfinished")
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Let me");
        }
        if (fault == "torn") context.Abort();
        if (fault == "an endless line")
        {
            var line = new string('x', 1 << 20);
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(line, context.RequestAborted);
        }
    }

    private static LanguageModel Model(Configured configured) => new(Microsoft.Extensions.Options.Options.Create(new LlmOptions
    {
        Endpoint = configured.Address is null ? null : $"{configured.Address}v1", ApiKey = configured.Key, Model = configured.Model, MaxConcurrentCalls = 2,
    }));

    private Configured Options() => new(_model.Address, Key, "small-model");

    private async Task<AgentAnswer> AnswerAsync(
        AgentTurn turn, Configured? configured = null, IReplyDrafts? drafts = null, CancellationToken? token = null)
    {
        using var model = Model(configured ?? Options());
        return await new LlmRuntime(model, drafts ?? _drafts).AnswerAsync(turn, token ?? TestContext.Current.CancellationToken);
    }

    private sealed record Configured(Uri? Address, string? Key, string? Model);
}
