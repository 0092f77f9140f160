using Eliza.Application.Common;
using Eliza.Application.Idempotency.ForgetAnswers;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Idempotency;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Idempotency;

public sealed class AnswerSweeperTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly Queue<Func<Result<int>>> _answers = new();
    private readonly List<(int Limit, TimeSpan After)> _sent = [];
    private readonly FakeLogger<AnswerSweeper> _logger = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ServiceProvider _services;
    private readonly AnswerSweeper _sweeper;

    public AnswerSweeperTests()
    {
        var mediator = new FakeMediator().Answer<ForgetAnswersCommand>(Forget);
        _services = new ServiceCollection().AddScoped<IMediator>(_ => mediator).BuildServiceProvider();
        _sweeper = new AnswerSweeper(new Requests(_services.GetRequiredService<IServiceScopeFactory>()), new Clock(_time, _waiting), _logger);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _sweeper.StopAsync(CancellationToken.None);
        _sweeper.Dispose();
        await _services.DisposeAsync();
        _waiting.Dispose();
    }

    [Fact]
    public async Task Sweep_WhenMinutesPass_IsOnceInEach()
    {
        await StartAsync(Answers(0), Answers(3), Answers(199));
        _time.Advance(TimeSpan.FromSeconds(59));

        await AdvanceAsync(TimeSpan.FromSeconds(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        _sent.ShouldBe([(200, TimeSpan.FromMinutes(1)), (200, TimeSpan.FromMinutes(2)), (200, TimeSpan.FromMinutes(3))]);
    }

    [Fact]
    public async Task Sweep_WhenABatchIsFull_GoesOnAtOnce()
    {
        await StartAsync(Answers(200), Answers(200), Answers(7), Answers(0));

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        _sent.Select(sent => sent.After.TotalMinutes).ShouldBe([1, 1, 1, 2]);
    }

    [Fact]
    public async Task Sweep_WhenTheDatabaseIsBusy_WaitsForTheNextMinute()
    {
        await StartAsync(() => CommonErrors.Busy, Answers(0));

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        _sent.Select(sent => sent.After.TotalMinutes).ShouldBe([1, 2]);
        _logger.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_WhenItFails_SaysSoAndTriesAgain()
    {
        await StartAsync(() => throw new IOException("The disk is gone."), Answers(0));

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        var entry = _logger.Entries.ShouldHaveSingleItem();
        (entry.Text, entry.Exception?.Message).ShouldBe(("Expired answers could not be removed (The disk is gone.); the next sweep tries again", "The disk is gone."));
    }

    [Fact]
    public async Task Stop_WhenItWaits_EndsWithoutASweep()
    {
        await StartAsync();

        await _sweeper.StopAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(5));

        _sweeper.ExecuteTask!.IsCompleted.ShouldBeTrue();
        _sent.ShouldBeEmpty();
    }

    private static Func<Result<int>> Answers(int forgotten) => () => forgotten;

    private async Task StartAsync(params Func<Result<int>>[] answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
        await _sweeper.StartAsync(Token);
        await _waiting.WaitAsync(Token);
    }

    /// <summary>Moves the clock to the next sweep, and waits until it is over.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        _time.Advance(by);
        await _waiting.WaitAsync(Token);
    }

    private object Forget(ForgetAnswersCommand command)
    {
        _sent.Add((command.Limit, _time.GetUtcNow() - Times.Now));
        return _answers.Dequeue()();
    }

    /// <summary>Tells when the sweeper sets its timer, so that no test moves the clock before.</summary>
    private sealed class Clock(ManualTimeProvider time, SemaphoreSlim timerSet) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = time.CreateTimer(callback, state, dueTime, period);
            timerSet.Release();
            return timer;
        }
    }
}
