using Eliza.Infrastructure.Persistence.Commits;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Persistence;

public sealed class WriteGateTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly WriteGate _gate;

    public WriteGateTests() => _gate = new WriteGate(1, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Enter_WhileAnotherWrites_WaitsForItsTurn()
    {
        var first = await _gate.TryEnterAsync(Token);
        var second = _gate.TryEnterAsync(Token);
        second.IsCompleted.ShouldBeFalse();

        first.ShouldNotBeNull().Dispose();

        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task Enter_WhenTheLineDoesNotMove_GivesUpAfterAWhile()
    {
        using var first = await _gate.TryEnterAsync(Token);
        var second = _gate.TryEnterAsync(Token);

        _time.Advance(WriteGate.MaxWait);

        (await second).ShouldBeNull();
    }

    [Fact]
    public async Task Enter_WhenTheLineIsTooLong_GivesUpAtOnceAndTheOthersStillGetTheirTurn()
    {
        var first = await _gate.TryEnterAsync(Token);
        var waiting = Enumerable.Range(0, WriteGate.MaxWaiting).Select(_ => _gate.TryEnterAsync(Token)).ToList();

        (await _gate.TryEnterAsync(Token)).ShouldBeNull();

        first.ShouldNotBeNull().Dispose();
        foreach (var turn in waiting) (await turn).ShouldNotBeNull().Dispose();
        (await _gate.TryEnterAsync(Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Enter_WhenTheCallerGoesAway_Throws()
    {
        using var first = await _gate.TryEnterAsync(Token);
        using var gone = new CancellationTokenSource();
        var second = _gate.TryEnterAsync(gone.Token);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
    }
}
