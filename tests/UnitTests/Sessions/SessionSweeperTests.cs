using Eliza.Application.Common;
using Eliza.Application.Sessions;
using Eliza.Application.Sessions.ExpireSessions;
using Eliza.Application.Sessions.ForgetSessions;
using Eliza.Application.Sessions.GetNextDue;
using Eliza.Application.Sessions.KeepTime;
using Eliza.Application.Sessions.WarnSessions;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Sessions;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionSweeperTests : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly SweepClock _time = new();
    private readonly FakeMediator _mediator = new();
    private readonly FakeLogger<SessionSweeper> _logger = new(LogLevel.Warning);
    private readonly List<string> _done = [];
    private readonly Hints _hints;
    private readonly ServiceProvider _services;
    private readonly SessionSweeper _sweeper;
    private DateTimeOffset? _due;

    public SessionSweeperTests()
    {
        _hints = new Hints(_time);
        Answer(_ => 0, _ => 0, _ => 0);
        _mediator.Answer<KeepTimeCommand>(_ => (Result<bool>)false);
        _mediator.Answer<GetNextDueQuery>(_ => (Result<TimeSpan>)(_due is not { } due ? TimeSpan.MaxValue : due > _time.GetUtcNow() ? due - _time.GetUtcNow() : TimeSpan.Zero));
        _services = new ServiceCollection().AddScoped<IMediator>(_ => _mediator).BuildServiceProvider();
        _sweeper = new SessionSweeper(
            new Requests(_services.GetRequiredService<IServiceScopeFactory>()), _hints, Options.Create(new SessionsOptions()), _time, _logger);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _sweeper.StopAsync(CancellationToken.None);
        _sweeper.Dispose();
        await _services.DisposeAsync();
        _time.Dispose();
    }

    [Fact]
    public async Task Sweep_WhenTheServerStarts_EndsThenWarnsThenForgets()
    {
        await StartAsync();

        _done.ShouldBe(["expire", "warn", "forget"]);
    }

    [Fact]
    public async Task Sweep_WhenNothingIsDue_IsOnceInEachInterval()
    {
        await StartAsync();

        await WaitAsync();
        await _time.AdvanceAsync(Interval, Token);
        Sweeps.ShouldBe(2);
        await WaitAsync();
        await _time.AdvanceAsync(Interval, Token);
        Sweeps.ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_WhenASessionIsDueBeforeTheInterval_IsAtThatVeryMoment()
    {
        _due = _time.GetUtcNow().AddMinutes(2);
        await StartAsync();
        await WaitAsync();

        _time.Advance(TimeSpan.FromMinutes(2) - Pause - TimeSpan.FromMilliseconds(1));
        Sweeps.ShouldBe(1);
        await _time.AdvanceAsync(TimeSpan.FromMilliseconds(1), Token);

        (Sweeps, _time.GetUtcNow()).ShouldBe((2, _due.Value));
    }

    [Fact]
    public async Task Sweep_WhenOneIsDueAlready_PausesAllTheSame()
    {
        _due = _time.GetUtcNow();
        await StartAsync();
        Sweeps.ShouldBe(1);

        await _time.AdvanceAsync(Pause, Token);
        await _time.AdvanceAsync(Pause, Token);

        Sweeps.ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_WhenABatchIsFull_GoesOnAtOnce()
    {
        Answer(Batches(200, 200, 7, 0), Batches(200, 0, 0, 0), Batches(200, 200, 200, 199));

        await StartAsync();

        _done.ShouldBe([.. Enumerable.Repeat<string[]>(["expire", "warn", "forget"], 4).SelectMany(turn => turn)], "by turns, until none is full");
        _mediator.Sent.OfType<WarnSessionsCommand>().ShouldAllBe(command => command.Limit == 200);
    }

    [Fact]
    public async Task Sweep_WhenItFails_SaysSoAndGoesOnAfterTheNextPause()
    {
        var tries = 0;
        Answer(_ => tries++ == 0 ? throw new IOException("The disk is gone.") : 0, _ => 0, _ => 0);

        await StartAsync();
        _done.ShouldBe(["expire"]);
        await _time.AdvanceAsync(Pause, Token);

        _done.ShouldBe(["expire", "expire", "warn", "forget"]);
        var entry = _logger.Entries.ShouldHaveSingleItem();
        (entry.Text, entry.Exception?.Message).ShouldBe(("Sessions could not be swept (The disk is gone.); trying again in a moment", "The disk is gone."));
    }

    [Fact]
    public async Task Sweep_WhenTheDatabaseIsBusy_DoesTheRestAndComesAgain()
    {
        _due = _time.GetUtcNow();
        Answer(_ => CommonErrors.Busy, _ => 0, _ => 0);

        await StartAsync();
        await _time.AdvanceAsync(Pause, Token);

        _done.ShouldBe(["expire", "warn", "forget", "expire", "warn", "forget"]);
        _logger.Entries.Count.ShouldBe(2, "each time it says what could not be done");
    }

    [Fact]
    public async Task Sweep_WhenItCannotLookWhatIsNext_IsAtTheInterval()
    {
        _mediator.Answer<GetNextDueQuery>(_ => (Result<TimeSpan>)CommonErrors.Busy);
        await StartAsync();
        await WaitAsync();

        await _time.AdvanceAsync(Interval, Token);

        Sweeps.ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_WhenItIsHintedThatOneIsDue_IsAtOnce()
    {
        await StartAsync();
        await WaitAsync();

        _hints.Give(SessionTopic.Due);
        await _time.SetAsync(Token);

        Sweeps.ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_WhenItIsHintedDuringThePause_IsAfterIt()
    {
        await StartAsync();

        _hints.Give(SessionTopic.Due);
        Sweeps.ShouldBe(1);
        await _time.AdvanceAsync(Pause, Token);

        Sweeps.ShouldBe(2);
    }

    [Fact]
    public async Task Stop_WhenItWaits_EndsWithoutASweep()
    {
        await StartAsync();
        await WaitAsync();

        await _sweeper.StopAsync(Token);
        _time.Advance(TimeSpan.FromHours(1));

        _sweeper.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
        Sweeps.ShouldBe(1);
    }

    private int Sweeps => _done.Count(done => done == "forget");

    private static Func<object, Result<int>> Batches(params int[] batches)
    {
        var left = new Queue<int>(batches);
        return _ => left.Dequeue();
    }

    private void Answer(Func<object, Result<int>> expire, Func<object, Result<int>> warn, Func<object, Result<int>> forget)
    {
        _mediator.Answer<ExpireSessionsCommand>(command => Note("expire", expire, command));
        _mediator.Answer<WarnSessionsCommand>(command => Note("warn", warn, command));
        _mediator.Answer<ForgetSessionsCommand>(command => Note("forget", forget, command));
    }

    private Result<int> Note(string deed, Func<object, Result<int>> answer, object command)
    {
        _done.Add(deed);
        return answer(command);
    }

    /// <summary>Returns when the first sweep is over, and the pause after it has begun.</summary>
    private async Task StartAsync()
    {
        await _sweeper.StartAsync(Token);
        await _time.SetAsync(Token);
    }

    /// <summary>Lets the pause go by, after which the sweeper waits for what is next.</summary>
    private Task WaitAsync() => _time.AdvanceAsync(Pause, Token);
}
