using Eliza.Application.Agents;
using Eliza.Application.Agents.AbandonRuns;
using Eliza.Application.Agents.ClaimNextRuns;
using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Agents.GetTurn;
using Eliza.Application.Agents.PullRunsForward;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Agents;

public sealed class RunDispatcherTests : IAsyncDisposable
{
    private const int MaxConcurrentRuns = 3;

    private static readonly Conversation Here = new(Ids.Eliza, Ids.Channel);

    private readonly ManualTimeProvider _time = new();
    private readonly Queue<Result<IReadOnlyList<ClaimedRun>>> _due = new();
    private readonly Queue<TaskCompletionSource> _quiet = new();
    private readonly Runtime _runtime = new();
    private readonly FakeMediator _mediator = new();
    private readonly ServiceProvider _services;
    private readonly RecordedBus _bus = new();
    private readonly DatabaseOptions _database = new();
    private readonly RunSignal _signal;
    private readonly RunDispatcher _dispatcher;

    public RunDispatcherTests()
    {
        _signal = new RunSignal(_time);
        _services = new ServiceCollection().AddScoped<IMediator>(_ => _mediator).BuildServiceProvider();
        var requests = new Requests(_services.GetRequiredService<IServiceScopeFactory>());
        var options = Options.Create(new AgentsOptions { MaxConcurrentRuns = MaxConcurrentRuns, ReplyTimeoutSeconds = 7 });
        var answers = new AgentAnswers([_runtime], new ReplyCache(_time), options, _time, NullLogger<AgentAnswers>.Instance);
        var worker = new RunWorker(requests, answers, _time, NullLogger<RunWorker>.Instance);
        _dispatcher = new RunDispatcher(worker, requests, _signal, _bus, options, Options.Create(_database), _time, NullLogger<RunDispatcher>.Instance);
        _mediator
            .Answer<AbandonRunsCommand>(_ => (Result<int>)0)
            .Answer<PullRunsForwardCommand>(_ => (Result<int>)0)
            .Answer<ClaimRunsCommand>(command => Claim(command.Limit))
            .Answer<ClaimNextRunsCommand>(_ => ClaimNext())
            .Answer<GetTurnQuery>(query => (Result<TurnOfRun>)new TurnOfRun(Turns.ForEliza("Hello") with { RunId = query.RunId, MessageId = new(query.RunId.Value) }))
            .Answer<CompleteRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Completed)
            .Answer<ReleaseRunCommand>(_ => (Result<AgentRunStatus>)AgentRunStatus.Pending);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WhenRunsWereLeftBehind_AbandonsThemBatchByBatchBeforeItClaims()
    {
        var batches = new Queue<int>([500, 500, 3]);
        _mediator.Answer<AbandonRunsCommand>(_ => (Result<int>)batches.Dequeue());

        await StartAsync();

        SentNames().ShouldBe(["AbandonRunsCommand", "AbandonRunsCommand", "AbandonRunsCommand", "PullRunsForwardCommand", "ClaimRunsCommand"]);
    }

    [Fact]
    public async Task Start_WhereOtherServersShareTheDatabase_LeavesThemTheirRuns()
    {
        _database.Provider = DatabaseProvider.PostgreSql;

        await StartAsync();

        SentNames().ShouldBe(["PullRunsForwardCommand", "ClaimRunsCommand"]);
    }

    [Fact]
    public async Task Start_WhenAbandoningFails_TriesItAgain()
    {
        var answers = new Queue<Result<int>>([CommonErrors.StorageUnavailable, 0]);
        _mediator.Answer<AbandonRunsCommand>(_ => answers.Dequeue());

        await StartAsync();
        await RingAsync();

        SentNames().Count(name => name == "AbandonRunsCommand").ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_WhenAnAgentIsAsBusyAsItMayBe_AsksForTheOthersOnly()
    {
        _due.Enqueue(Claimed(Ids.Eliza, Ids.Eliza, Ids.OtherAgent));
        _due.Enqueue(Claimed(Ids.Eliza));

        await StartAsync();

        Sweeps().ShouldBe([("", 3, 37), ("", 1, 37), (Ids.Eliza.Value, 2, 37)]);
    }

    [Fact]
    public async Task Ring_InAConversation_ClaimsItsNextRunWithoutASweep()
    {
        await StartAsync();
        _due.Enqueue(Claimed(Ids.Eliza));

        await RingAsync();

        Sweeps().Count.ShouldBe(1);
        _mediator.Sent.OfType<ClaimNextRunsCommand>().ShouldHaveSingleItem().Conversations.ShouldBe([Here]);
        await _runtime.Asked.Task;
    }

    [Fact]
    public async Task Ring_WhenTheAgentHasNoHandFree_IsFollowedUpByASweepWhenItHas()
    {
        _due.Enqueue(Claimed(Ids.Eliza, Ids.Eliza, Ids.Eliza));
        await StartAsync();
        _signal.Raise(Here);
        var (followUp, sweep) = (NextQuiet(), NextQuiet());

        _runtime.Answer.SetResult(new AgentAnswer("How do you do?", null));
        await followUp;
        await sweep;

        Sweeps().Count.ShouldBeGreaterThan(2);
        _mediator.Sent.OfType<CompleteRunCommand>().First().Answer.Text.ShouldBe("How do you do?");
    }

    [Fact]
    public async Task Ring_WhenTheAgentHasNoHandFree_IsToldToOtherNodes()
    {
        _due.Enqueue(Claimed(Ids.Eliza, Ids.Eliza, Ids.Eliza));
        await StartAsync();
        _signal.Raise(Here);

        await _bus.Published.WaitAsync(TimeSpan.FromSeconds(30), Token);

        _bus.Hints.ShouldBe([new NodeHint.RunsMayBegin(Here)]);
    }

    [Fact]
    public async Task Ring_OfAnotherNode_IsFollowedUpAndToldToNobody()
    {
        _due.Enqueue(Claimed(Ids.Eliza, Ids.Eliza, Ids.Eliza));
        await StartAsync();
        _signal.RaiseElsewhere(Here);
        _signal.RaiseElsewhere(new Conversation(Ids.OtherAgent, Ids.Channel));
        var followUp = NextQuiet();
        await followUp;

        _mediator.Sent.OfType<ClaimNextRunsCommand>().SelectMany(claim => claim.Conversations).ShouldBe([new Conversation(Ids.OtherAgent, Ids.Channel)]);
        _bus.Hints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Silence_ForTheIntervalOfSweeps_EndsWithASweep()
    {
        await StartAsync();
        var quiet = NextQuiet();

        while (!quiet.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Sweeps().Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Stop_WhenTheWorkDoesNotEndInTime_GivesTheRunBackAndTellsOtherNodes()
    {
        _due.Enqueue(Claimed(Ids.Eliza));
        await StartAsync();
        await _runtime.Asked.Task;

        await _dispatcher.StopAsync(new CancellationToken(canceled: true));

        _mediator.Sent[^1].ShouldBeOfType<ReleaseRunCommand>();
        _bus.Hints.ShouldBe([new NodeHint.RunsMayBegin(Here)]);
    }

    [Fact]
    public async Task Stop_WhenTheWorkCannotEvenBeGivenBack_LeavesItToItsLease()
    {
        var away = new TaskCompletionSource<Result<AgentRunStatus>>();
        _mediator.Answer<ReleaseRunCommand>(_ => away.Task);
        _due.Enqueue(Claimed(Ids.Eliza));
        await StartAsync();
        await _runtime.Asked.Task;

        var stop = _dispatcher.StopAsync(new CancellationToken(canceled: true));
        while (!stop.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        _mediator.Sent[^1].ShouldBeOfType<ReleaseRunCommand>();
        away.SetResult(AgentRunStatus.Pending);
    }

    [Fact]
    public async Task IsHealthy_AfterASuccessfulClaim_IsTrueForAWhile()
    {
        await StartAsync();
        _time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        (await _dispatcher.LookAsync(Token)).State.ShouldBe(HealthState.Healthy);
    }

    [Fact]
    public async Task IsHealthy_WhenEveryClaimFailsForLong_IsFalse()
    {
        for (var i = 0; i < 100; i++) _due.Enqueue(CommonErrors.StorageUnavailable);
        await StartAsync();

        _time.Advance(TimeSpan.FromSeconds(30));

        (await _dispatcher.LookAsync(Token)).State.ShouldBe(HealthState.Unhealthy);
    }

    public async ValueTask DisposeAsync()
    {
        _runtime.Answer.TrySetResult(new AgentAnswer(null, null));
        await _dispatcher.StopAsync(CancellationToken.None);
        _dispatcher.Dispose();
        await _services.DisposeAsync();
    }

    private static Result<IReadOnlyList<ClaimedRun>> Claimed(params ActorId[] agents) =>
        agents.Select(agent => new ClaimedRun(AgentRunId.New(Times.Now), new Conversation(agent, Ids.Channel), Guid.CreateVersion7())).ToArray();

    /// <summary>What is due next. When it is less than could be taken the sweep ends, which is what tests wait for.</summary>
    private Result<IReadOnlyList<ClaimedRun>> Claim(int limit)
    {
        var due = _due.Count > 0 ? _due.Dequeue() : Claimed();
        if (due.Error is not null || due.Value.Count < limit) TellQuiet();
        return due;
    }

    private Result<IReadOnlyList<ClaimedRun>> ClaimNext()
    {
        TellQuiet();
        return _due.Count > 0 ? _due.Dequeue() : Claimed();
    }

    private void TellQuiet()
    {
        lock (_quiet)
            if (_quiet.TryDequeue(out var quiet)) quiet.SetResult();
    }

    private Task NextQuiet()
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_quiet) _quiet.Enqueue(quiet);
        return quiet.Task;
    }

    private async Task StartAsync()
    {
        var quiet = NextQuiet();
        await _dispatcher.StartAsync(Token);
        await quiet;
    }

    private async Task RingAsync()
    {
        var quiet = NextQuiet();
        _signal.Raise(Here);
        await quiet;
    }

    private List<string> SentNames() => [.. _mediator.Sent.Select(request => request.GetType().Name)];

    private List<(string Busy, int Limit, double Seconds)> Sweeps() =>
        [.. _mediator.Sent.OfType<ClaimRunsCommand>().Select(claim => (string.Join(' ', claim.Busy), claim.Limit, claim.LeaseTime.TotalSeconds))];

    /// <summary>Answers when the test says so.</summary>
    private sealed class Runtime : IAgentRuntime
    {
        public string Kind => "eliza";

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<AgentAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            return Answer.Task.WaitAsync(cancellationToken);
        }
    }
}
