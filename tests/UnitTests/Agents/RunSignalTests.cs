using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunSignalTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);
    private static readonly Conversation Here = new(Ids.Eliza, Ids.Channel);
    private static readonly Conversation There = new(Ids.Eliza, Ids.OtherChannel);

    private readonly ManualTimeProvider _time = new();
    private readonly RunSignal _signal;

    public RunSignalTests() => _signal = new RunSignal(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhenRungBefore_ReturnsAtOnceWithEachConversationOnceAndForgetsThem()
    {
        _signal.Raise(Here);
        _signal.Raise(There);
        _signal.Raise(Here);

        (await _signal.WaitAsync(AtMost, Token)).All.ShouldBe([Here, There], ignoreOrder: true);

        await AssertWaitsForTheTimeAsync();
    }

    [Fact]
    public async Task Wait_WhenRungMeanwhile_Returns()
    {
        var wait = _signal.WaitAsync(AtMost, Token);
        wait.IsCompleted.ShouldBeFalse();

        _signal.Raise(Here);

        (await wait).All.ShouldBe([Here]);
    }

    [Fact]
    public async Task Wait_WhenRungHereAndElsewhere_TellsThemApart()
    {
        _signal.RaiseElsewhere(Here);
        _signal.RaiseElsewhere(There);
        _signal.Raise(Here);

        var signalled = await _signal.WaitAsync(AtMost, Token);

        signalled.Here.ShouldBe([Here]);
        signalled.Elsewhere.ShouldBe([There]);
    }

    [Fact]
    public async Task Wait_WhenNobodyRings_ReturnsAfterTheTime() => await AssertWaitsForTheTimeAsync();

    [Fact]
    public async Task Wait_WhenItGaveUpBefore_StillHearsTheNextRing()
    {
        await AssertWaitsForTheTimeAsync();

        _signal.Raise(Here);

        (await _signal.WaitAsync(AtMost, Token)).All.ShouldBe([Here]);
    }

    [Fact]
    public async Task Wait_WhenCancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var wait = _signal.WaitAsync(AtMost, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
    }

    private async Task AssertWaitsForTheTimeAsync()
    {
        var wait = _signal.WaitAsync(AtMost, Token);
        _time.Advance(AtMost - TimeSpan.FromTicks(1));
        wait.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromTicks(1));

        (await wait).All.ShouldBeEmpty();
    }
}
