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

    [Fact]
    public async Task Committer_WhereThereAreManyPlaces_HasOneThatNobodyElseTakes()
    {
        using var gate = new WriteGate(2, _time);
        using var first = await gate.TryEnterAsync(Token);
        using var second = await gate.TryEnterAsync(Token);

        gate.TryEnter().ShouldNotBeNull().Dispose();

        (await WaitsAsync(gate.TryEnterAsync(Token))).ShouldBeNull();
    }

    [Fact]
    public async Task Committer_WhereThereIsOnePlace_WaitsForItAsAll()
    {
        using var first = await _gate.TryEnterFirstAsync(Token);
        (await _gate.TryBeAloneAsync(first.ShouldNotBeNull(), Token)).ShouldBeTrue();

        _gate.TryEnter().ShouldBeNull();
    }

    [Fact]
    public async Task First_UntilItGathersTheOtherPlaces_LeavesThemToOthers()
    {
        using var gate = new WriteGate(3, _time);
        using var first = (await gate.TryEnterFirstAsync(Token)).ShouldNotBeNull();
        var other = (await gate.TryEnterAsync(Token)).ShouldNotBeNull();

        var alone = gate.TryBeAloneAsync(first, Token);
        alone.IsCompleted.ShouldBeFalse();
        other.Dispose();

        (await alone).ShouldBeTrue();
        gate.TryEnter().ShouldBeNull();
        first.Dispose();
        gate.TryEnter().ShouldNotBeNull().Dispose();
        for (var place = 0; place < 3; place++) (await gate.TryEnterAsync(Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task First_WhenOthersDoNotEnd_GivesUpAndKeepsNothing()
    {
        using var gate = new WriteGate(2, _time);
        var first = (await gate.TryEnterFirstAsync(Token)).ShouldNotBeNull();
        using var other = await gate.TryEnterAsync(Token);

        var alone = gate.TryBeAloneAsync(first, Token);
        _time.Advance(WriteGate.MaxGathering);

        (await alone).ShouldBeFalse();
        first.Dispose();
        using var next = (await gate.TryEnterFirstAsync(Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task First_WhileThereIsOne_IsWaitedForWithoutAPlace()
    {
        using var gate = new WriteGate(2, _time);
        using var first = await gate.TryEnterFirstAsync(Token);
        var second = gate.TryEnterFirstAsync(Token);

        (await gate.TryEnterAsync(Token)).ShouldNotBeNull().Dispose();

        (await WaitsAsync(second)).ShouldBeNull();
    }

    private async Task<WriteTurn?> WaitsAsync(Task<WriteTurn?> entering)
    {
        entering.IsCompleted.ShouldBeFalse();
        _time.Advance(WriteGate.MaxWait);
        return await entering;
    }
}
