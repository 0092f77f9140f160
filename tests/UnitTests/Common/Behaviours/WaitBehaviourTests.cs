using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class WaitBehaviourTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Hints _hints;
    private int _looks;
    private bool _isThere;

    public WaitBehaviourTests() => _hints = new Hints(_time);

    [Fact]
    public async Task Handle_WithoutPatience_LooksOnce()
    {
        (await SendAsync(0)).Value.IsEmpty.ShouldBeTrue();

        (_looks, _hints.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Handle_WhenThereIsSomething_AnswersAtOnce()
    {
        _isThere = true;

        (await SendAsync(30)).Value.IsEmpty.ShouldBeFalse();

        (_looks, _hints.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Handle_WhenAHintComes_LooksAgain()
    {
        var waiting = SendAsync(30);
        (waiting.IsCompleted, _looks).ShouldBe((false, 1));
        _hints.Give("another");
        waiting.IsCompleted.ShouldBeFalse();

        _isThere = true;
        _hints.Give("it");

        (await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Value.IsEmpty.ShouldBeFalse();
        (_looks, _hints.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Handle_WhenTimeIsUp_LooksOnceMore()
    {
        var waiting = SendAsync(30);
        _isThere = true;

        _time.Advance(TimeSpan.FromSeconds(30));

        (await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Value.IsEmpty.ShouldBeFalse();
        _looks.ShouldBe(2);
    }

    [Fact]
    public async Task Handle_WhenNothingEverComes_AnswersThatWhenTimeIsUp()
    {
        var waiting = SendAsync(30);

        _time.Advance(TimeSpan.FromSeconds(30));

        (await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Value.IsEmpty.ShouldBeTrue();
        (_looks, _hints.Count).ShouldBe((16, 0), "Without a hint it looks every two seconds.");
    }

    [Fact]
    public async Task Handle_WhenTheCallerGoesAway_ListensNoMore()
    {
        using var gone = new CancellationTokenSource();
        var waiting = SendAsync(30, gone.Token);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_WhenTheServerStops_AnswersWithoutWaiting()
    {
        var waiting = SendAsync(30);

        await _hints.StoppingAsync(TestContext.Current.CancellationToken);

        (await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Value.IsEmpty.ShouldBeTrue();
        (await SendAsync(30)).Value.IsEmpty.ShouldBeTrue();
        _hints.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_WhenItFails_DoesNotWait()
    {
        var failed = await new WaitBehaviour<Waiting, Result<Found>>(_hints, _time)
            .Handle(new Waiting(30), TestContext.Current.CancellationToken, () => Task.FromResult(Result<Found>.Failure(CommonErrors.Forbidden)));

        failed.ShouldFail("Access.Forbidden");
    }

    private Task<Result<Found>> SendAsync(int seconds, CancellationToken? cancellation = null) => new WaitBehaviour<Waiting, Result<Found>>(_hints, _time).Handle(
        new Waiting(seconds), cancellation ?? TestContext.Current.CancellationToken, () =>
        {
            _looks++;
            return Task.FromResult<Result<Found>>(new Found(!_isThere));
        });

    private sealed record Waiting(int Seconds) : ICommand<Found>, IWaits
    {
        public string WaitsFor => "it";

        public TimeSpan Patience => TimeSpan.FromSeconds(Seconds);
    }

    private sealed record Found(bool IsEmpty) : IMayBeEmpty;
}
