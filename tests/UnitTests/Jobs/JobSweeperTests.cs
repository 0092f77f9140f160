using Eliza.Application.Common;
using Eliza.Application.Jobs.ForgetJobs;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Jobs;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Jobs;

public sealed class JobSweeperTests : IAsyncDisposable
{
    private readonly SweepClock _time = new();
    private readonly Queue<Func<Result<int>>> _answers = new();
    private readonly List<ForgetJobsCommand> _sent = [];
    private readonly FakeLogger<JobSweeper> _logger = new();
    private readonly ServiceProvider _services;
    private readonly JobSweeper _sweeper;

    public JobSweeperTests()
    {
        var mediator = new FakeMediator().Answer<ForgetJobsCommand>(Forget);
        _services = new ServiceCollection().AddScoped<IMediator>(_ => mediator).BuildServiceProvider();
        _sweeper = new JobSweeper(
            new Requests(_services.GetRequiredService<IServiceScopeFactory>()), Options.Create(new JobsOptions { RetentionHours = 7 }), _time, _logger);
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
    public async Task Sweep_WhenABatchIsFull_GoesOnAtOnceAndThenOnceAMinute()
    {
        await StartAsync(() => 100, () => 99, () => 0);

        await _time.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        _sent.ShouldBe([new(TimeSpan.FromHours(7), 100), new(TimeSpan.FromHours(7), 100)]);
        await _time.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        _sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_WhenItFailsOrTheDatabaseIsBusy_TriesAgain()
    {
        await StartAsync(() => throw new IOException("The disk is gone."), () => CommonErrors.Busy, () => 0);

        for (var minute = 0; minute < 3; minute++) await _time.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        _sent.Count.ShouldBe(3);
        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("Old jobs could not be removed (The disk is gone.); the next sweep tries again");
    }

    private async Task StartAsync(params Func<Result<int>>[] answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
        await _sweeper.StartAsync(Token);
        await _time.SetAsync(Token);
    }

    private object Forget(ForgetJobsCommand command)
    {
        _sent.Add(command);
        return _answers.Dequeue()();
    }
}
