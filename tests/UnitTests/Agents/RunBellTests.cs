using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunBellTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);
    private static readonly Conversation Here = new(Ids.Eliza, Ids.Channel);
    private static readonly Conversation There = new(Ids.Eliza, Ids.OtherChannel);

    private readonly ManualTimeProvider _time = new();
    private readonly RunBell _bell;

    public RunBellTests() => _bell = new RunBell(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhenRungBefore_ReturnsAtOnceWithEachConversationOnceAndForgetsThem()
    {
        _bell.Ring(Here);
        _bell.Ring(There);
        _bell.Ring(Here);

        (await _bell.WaitAsync(AtMost, Token)).All.ShouldBe([Here, There], ignoreOrder: true);

        await AssertWaitsForTheTimeAsync();
    }

    [Fact]
    public async Task Wait_WhenRungMeanwhile_Returns()
    {
        var wait = _bell.WaitAsync(AtMost, Token);
        wait.IsCompleted.ShouldBeFalse();

        _bell.Ring(Here);

        (await wait).All.ShouldBe([Here]);
    }

    [Fact]
    public async Task Wait_WhenRungHereAndElsewhere_TellsThemApart()
    {
        _bell.RingElsewhere(Here);
        _bell.RingElsewhere(There);
        _bell.Ring(Here);

        var rang = await _bell.WaitAsync(AtMost, Token);

        rang.Here.ShouldBe([Here]);
        rang.Elsewhere.ShouldBe([There]);
    }

    [Fact]
    public async Task Wait_WhenNobodyRings_ReturnsAfterTheTime() => await AssertWaitsForTheTimeAsync();

    [Fact]
    public async Task Wait_WhenItGaveUpBefore_StillHearsTheNextRing()
    {
        await AssertWaitsForTheTimeAsync();

        _bell.Ring(Here);

        (await _bell.WaitAsync(AtMost, Token)).All.ShouldBe([Here]);
    }

    [Fact]
    public async Task Wait_WhenCancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var wait = _bell.WaitAsync(AtMost, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
    }

    private async Task AssertWaitsForTheTimeAsync()
    {
        var wait = _bell.WaitAsync(AtMost, Token);
        _time.Advance(AtMost - TimeSpan.FromTicks(1));
        wait.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromTicks(1));

        (await wait).All.ShouldBeEmpty();
    }
}
