using Eliza.Application.Agents;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Agents.DeferRun;
using Eliza.Application.Agents.ExtendLease;
using Eliza.Application.Agents.FailRun;
using Eliza.Application.Agents.GetTurn;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Agents;

public sealed class RunWorkerTests : IDisposable
{
    private const string Said = "what Ada said";

    private static readonly ClaimedRun Run = new(new AgentRunId(Ids.Message.Value), new Conversation(Ids.Eliza, Ids.Channel), Ids.Lease);

    private readonly CancellationTokenSource _abort = new();
    private readonly ManualTimeProvider _time = new();
    private readonly FakeLogger<RunWorker> _logger = new();
    private readonly FakeMediator _mediator = new FakeMediator()
        .Answer<GetTurnQuery>(_ => Turn("eliza"))
        .Answer<CompleteRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Completed)
        .Answer<DeferRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Running)
        .Answer<ExtendLeaseCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Running)
        .Answer<FailRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Pending)
        .Answer<ReleaseRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Pending);

    public static TheoryData<Error> FaultsOfTheServer => [CommonErrors.Busy, CommonErrors.StorageUnavailable, CommonErrors.Conflict];

    public void Dispose() => _abort.Dispose();

    [Fact]
    public async Task Work_WhenTheAgentAnswers_SavesTheAnswer()
    {
        await WorkAsync((turn, _) => Task.FromResult(new AgentAnswer($"You said: {turn.Text}", "state")));

        LastSent().ShouldBe(new CompleteRunCommand(Run.Id, Ids.Lease, new AgentAnswer($"You said: {Said}", "state")));
        _mediator.Sent.Count.ShouldBe(2);
        _logger.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_WhenThereIsNothingToAnswer_CompletesWithNothingAndAsksNobody()
    {
        _mediator.Answer<GetTurnQuery>(_ => (Result<TurnOfRun>)new TurnOfRun(null));

        await WorkAsync((_, _) => throw new InvalidOperationException("Nobody should be asked."));

        LastSent().ShouldBe(new CompleteRunCommand(Run.Id, Ids.Lease, new AgentAnswer(null, null)));
    }

    [Fact]
    public async Task Work_WhenTheRuntimeFails_FailsTheRunWithoutAWordOfTheMessage()
    {
        await WorkAsync((turn, _) => throw new FormatException($"Cannot read '{turn.Text}'"));
        await WorkAsync(async (turn, _) =>
        {
            await Task.Yield();
            throw new TimeoutException($"Too late for '{turn.Text}'");
        });

        Failures().ShouldBe(["The agent's runtime failed (FormatException)", "The agent's runtime failed (TimeoutException)"]);
    }

    [Fact]
    public async Task Work_WhenTheAgentIsLate_FailsTheRunWithTheSeconds()
    {
        var asked = new TaskCompletionSource();

        var work = WorkAsync((_, stop) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, stop).ContinueWith<AgentAnswer>(_ => throw new OperationCanceledException(stop), TaskScheduler.Default);
        });
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(7));
        await work;

        Failures().ShouldBe(["The agent did not answer within 7 seconds"]);
    }

    [Fact]
    public async Task Work_WhenTheAgentIsLateAndDoesNotCare_FailsTheRunAllTheSame()
    {
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<AgentAnswer>();

        var work = WorkAsync((_, _) =>
        {
            asked.SetResult();
            return never.Task;
        });
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(7));
        await work;

        Failures().ShouldBe(["The agent did not answer within 7 seconds"]);
    }

    [Fact]
    public async Task Work_WhenNoRuntimeIsOfTheKind_FailsTheRun()
    {
        _mediator.Answer<GetTurnQuery>(_ => Turn("parry"));

        await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));

        Failures().ShouldBe(["No runtime answers for agents of kind 'parry'"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_WhenTheServerStops_GivesTheRunBack(bool politely)
    {
        await WorkAsync((_, stop) =>
        {
            _abort.Cancel();
            throw politely ? new OperationCanceledException(stop) : new IOException("The connection was torn down.");
        });

        LastSent().ShouldBe(new ReleaseRunCommand(Run.Id, Ids.Lease));
        Failures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_WhenTheAnswerMayNotBeSaid_FailsTheRunWithTheRule()
    {
        _mediator.Answer<CompleteRunCommand>(_ => (Result<AgentRunStatus>)Error.Rule("Message.TooLong", "must be shorter"));

        await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));

        Failures().ShouldBe(["must be shorter"]);
    }

    [Theory]
    [MemberData(nameof(FaultsOfTheServer))]
    public async Task Work_WhenTheServerCannotSaveTheAnswer_GivesTheRunBackAndSaysSo(Error fault)
    {
        _mediator.Answer<CompleteRunCommand>(_ => (Result<AgentRunStatus>)fault);

        await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));

        LastSent().ShouldBe(new ReleaseRunCommand(Run.Id, Ids.Lease));
        Failures().ShouldBeEmpty();
        _logger.Entries.ShouldContain(entry => entry.Text.Contains(fault.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_WhenTheRunIsAnothersOrGone_LeavesItAlone()
    {
        foreach (var error in new[] { AgentRunErrors.LeaseLost, AgentRunErrors.NotFound(Run.Id) })
        {
            _mediator.Answer<CompleteRunCommand>(_ => (Result<AgentRunStatus>)error);
            await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));
        }

        Failures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_WhenNothingCanBeSaved_NeverThrows()
    {
        _mediator
            .Answer<GetTurnQuery>(_ => throw new IOException())
            .Answer<FailRunCommand>(_ => throw new IOException())
            .Answer<ReleaseRunCommand>(_ => throw new IOException());

        await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));
        LastSent().ShouldBeOfType<ReleaseRunCommand>();
        await _abort.CancelAsync();
        await WorkAsync((_, _) => Task.FromResult(new AgentAnswer("Hello", null)));
        LastSent().ShouldBeOfType<ReleaseRunCommand>();

        _logger.Entries.Count(entry => entry.Text.Contains("its outcome could not be saved", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Work_WhenTheAgentAnswersLater_DefersTheRun()
    {
        await WorkAsync((_, _) => Task.FromResult(AgentAnswer.Later(TimeSpan.FromMinutes(5))));

        LastSent().ShouldBe(new DeferRunCommand(Run.Id, Ids.Lease, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Work_WhenTheRuntimeKnowsWhyItFailed_FailsTheRunInItsWords()
    {
        await WorkAsync((_, _) => Task.FromResult(AgentAnswer.Failed("The webhook answered 500")));

        Failures().ShouldBe(["The webhook answered 500"]);
    }

    [Fact]
    public async Task Work_WhenTheAgentMayTakeLonger_ExtendsTheLeaseFirstAndWaits()
    {
        Ask(new AgentSettings { TimeoutSeconds = 100 });
        var asked = new TaskCompletionSource();

        var work = WorkAsync(async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(TimeSpan.FromSeconds(99), _time, stop);
            return new AgentAnswer("At last", null);
        });
        await asked.Task;
        _mediator.Sent[^1].ShouldBe(new ExtendLeaseCommand(Run.Id, Ids.Lease, TimeSpan.FromSeconds(130)));
        _time.Advance(TimeSpan.FromSeconds(99));
        await work;

        LastSent().ShouldBe(new CompleteRunCommand(Run.Id, Ids.Lease, new AgentAnswer("At last", null)));
    }

    [Fact]
    public async Task Work_WhenTheAgentMayTakeLess_FailsTheRunEarlierUnderTheSameLease()
    {
        Ask(new AgentSettings { TimeoutSeconds = 2 });
        var asked = new TaskCompletionSource();

        var work = WorkAsync(async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return AgentAnswer.Nothing;
        });
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(2));
        await work;

        Failures().ShouldBe(["The agent did not answer within 2 seconds"]);
        _mediator.Sent.OfType<ExtendLeaseCommand>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_WhenTheLeaseCannotBeExtended_AsksNobody()
    {
        Ask(new AgentSettings { TimeoutSeconds = 100 });

        _mediator.Answer<ExtendLeaseCommand>(_ => (Result<AgentRunStatus>)AgentRunErrors.LeaseLost);
        await WorkAsync((_, _) => throw new InvalidOperationException("Nobody should be asked."));
        LastSent().ShouldBeOfType<ExtendLeaseCommand>();

        _mediator.Answer<ExtendLeaseCommand>(_ => (Result<AgentRunStatus>)CommonErrors.Busy);
        await WorkAsync((_, _) => throw new InvalidOperationException("Nobody should be asked."));
        LastSent().ShouldBe(new ReleaseRunCommand(Run.Id, Ids.Lease));
        Failures().ShouldBeEmpty();
    }

    private static Result<TurnOfRun> Turn(string kind) => new TurnOfRun(Turns.ForEliza(Said) with { Kind = kind });

    private void Ask(AgentSettings settings) =>
        _mediator.Answer<GetTurnQuery>(_ => (Result<TurnOfRun>)new TurnOfRun(Turns.ForEliza(Said) with { Settings = settings }));

    private object LastSent() => _mediator.Sent[^1];

    private List<string> Failures() => [.. _mediator.Sent.OfType<FailRunCommand>().Select(command => command.Reason)];

    private async Task WorkAsync(Func<AgentTurn, CancellationToken, Task<AgentAnswer>> answer)
    {
        await using var services = new ServiceCollection().AddScoped<IMediator>(_ => _mediator).BuildServiceProvider();
        var worker = new RunWorker(
            new Requests(services.GetRequiredService<IServiceScopeFactory>()),
            new AgentAnswers(
                [new Runtime(answer)], new ReplyCache(_time), Options.Create(new AgentsOptions { ReplyTimeoutSeconds = 7 }), _time, NullLogger<AgentAnswers>.Instance),
            _time,
            _logger);
        await worker.WorkAsync(Run, _abort.Token);
    }

    private sealed class Runtime(Func<AgentTurn, CancellationToken, Task<AgentAnswer>> answer) : IAgentRuntime
    {
        public string Kind => "eliza";

        public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken) => answer(turn, cancellationToken);
    }
}
