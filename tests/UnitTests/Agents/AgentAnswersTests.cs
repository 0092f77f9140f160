using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Agents;

/// <summary>What is answered from memory, and what is kept for it; the rest is seen through the run worker.</summary>
public sealed class AgentAnswersTests
{
    private static readonly AgentTurn Question = Turns.ForEliza("Hello") with { Settings = new AgentSettings { CacheReplies = true } };

    private readonly ManualTimeProvider _time = new();
    private readonly FakeLogger<AgentAnswers> _logger = new();
    private readonly Runtime _runtime = new();
    private readonly AgentAnswers _answers;

    public AgentAnswersTests() => _answers = new AgentAnswers(
        [_runtime], new ReplyCache(_time), Options.Create(new AgentsOptions()), _time, _logger);

    public static TheoryData<AgentAnswer> NotWorthKeeping =>
    [
        AgentAnswer.Nothing, AgentAnswer.Failed("No luck"), AgentAnswer.Later(TimeSpan.FromMinutes(5)),
        new AgentAnswer("Hi", "a state"), new AgentAnswer("<script>alert(1)</script>", null), new AgentAnswer(" ", null),
    ];

    [Fact]
    public async Task Ask_WhenTheAgentMayRepeatItself_AsksOnceAndLeavesTheStateAlone()
    {
        _runtime.Answer = new AgentAnswer("Hi", null);

        (await AskAsync(Question)).ShouldBe(new AgentAnswer("Hi", null));
        (await AskAsync(Question with { Author = Ids.Bob, ChannelId = Ids.OtherChannel, State = "another" })).ShouldBe(new AgentAnswer("Hi", null));

        _runtime.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_WhenTheAgentMayNotRepeatItself_AsksEveryTime()
    {
        _runtime.Answer = new AgentAnswer("Hi", null);

        for (var time = 0; time < 3; time++) await AskAsync(Question with { Settings = AgentSettings.None });

        _runtime.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task Ask_WhenTheRuntimeSawWhatWasSaidBefore_AsksEveryTime()
    {
        _runtime.Answer = new AgentAnswer("Your name is Ada", null);
        var past = new PastMessage(Ids.OtherMessage, Ids.Ada, ActorKind.User, null, "I am Ada", Times.Now);
        var turn = Question with { Context = new TurnContext(Ids.Server, null, [past]) };

        for (var time = 0; time < 3; time++) await AskAsync(turn);

        _runtime.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task Ask_WhenTheMessageHasAttachments_AsksEveryTime()
    {
        _runtime.Answer = new AgentAnswer("Hi", null);
        var turn = Question with { Attachments = [new Attachment("https://x.example/a.png", "image/png", null, null, null, null)] };

        for (var time = 0; time < 3; time++) await AskAsync(turn);

        _runtime.Calls.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(NotWorthKeeping))]
    public async Task Ask_WhenTheAnswerSaysNothingThatHolds_AsksAgain(AgentAnswer answer)
    {
        _runtime.Answer = answer;

        (await AskAsync(Question)).ShouldBe(answer);
        await AskAsync(Question);

        _runtime.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_WhenTheRuntimeSaysWhyItFailed_LogsTheReasonWithoutAWordOfTheMessage()
    {
        _runtime.Answer = AgentAnswer.Failed("The webhook answered 500");

        (await AskAsync(Question)).Failure.ShouldBe("The webhook answered 500");

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe($"Run {Question.RunId} of agent {Ids.Eliza}: no answer. The webhook answered 500");
    }

    [Fact]
    public void Turn_WhenPrinted_ShowsNeitherTheMessageNorTheSecret()
    {
        var printed = (Turns.ForEliza("what Ada said") with { WebhookSecret = "the secret" }).ToString();

        printed.ShouldNotContain("what Ada said");
        printed.ShouldNotContain("the secret");
    }

    private Task<AgentAnswer> AskAsync(AgentTurn turn) => _answers.AskAsync(turn, TestContext.Current.CancellationToken);

    private sealed class Runtime : IAgentRuntime
    {
        public AgentAnswer Answer { get; set; } = AgentAnswer.Nothing;

        public int Calls { get; private set; }

        public string Kind => "eliza";

        public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(Answer);
        }
    }
}
