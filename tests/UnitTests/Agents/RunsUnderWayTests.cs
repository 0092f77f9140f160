using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunsUnderWayTests
{
    private const int MostPerAgent = 2;

    private readonly RunsUnderWay _underWay = new(MostPerAgent);
    private readonly TaskCompletionSource _work = new();

    [Fact]
    public void Capacity_WhenNothingIsUnderWay_IsAllOfOneAgent() => AssertCapacity(2);

    [Fact]
    public void Capacity_WhenAgentsAreOccupied_IsWhatTheMostOccupiedCanStillTake()
    {
        Start(Ids.Eliza);
        AssertCapacity(1);
        Start(Ids.Eliza);
        AssertCapacity(2, Ids.Eliza);
        Start(Ids.OtherAgent);
        AssertCapacity(1, Ids.Eliza);
    }

    [Fact]
    public void Affordable_WhenAnAgentHasNoHandFree_PassesItOverAndTellsWhenItHas()
    {
        var first = Start(Ids.Eliza);
        Conversation[] rang = [.. Enumerable.Range(1, 3).Select(i => new Conversation(Ids.Eliza, new ChannelId(new Guid(i, 0, 0, new byte[8])))), new(Ids.OtherAgent, Ids.Channel)];

        _underWay.Affordable(rang).ShouldBe([rang[0], rang[3]]);
        Start(Ids.Eliza);
        _underWay.CanTakeWhatHadToWait.ShouldBeFalse();
        _underWay.End(first);
        _underWay.CanTakeWhatHadToWait.ShouldBeTrue();

        _underWay.Capacity();
        _underWay.CanTakeWhatHadToWait.ShouldBeFalse("the sweep that asks for the capacity takes what waits");
    }

    [Fact]
    public async Task WhenAllEnded_WhileWorkIsUnderWay_WaitsForIt()
    {
        Start(Ids.Eliza);
        var ended = _underWay.WhenAllEndedAsync();
        ended.IsCompleted.ShouldBeFalse();

        _work.SetResult();

        await ended;
    }

    [Fact]
    public void End_OfALostLease_LeavesTheRunThatWasTakenAnew()
    {
        var first = Start(Ids.Eliza);
        _underWay.Start(first with { Lease = Ids.OtherLease }, () => _work.Task);

        _underWay.End(first);

        AssertCapacity(1);
    }

    private ClaimedRun Start(ActorId agent)
    {
        var run = new ClaimedRun(AgentRunId.New(Times.Now), new Conversation(agent, Ids.Channel), Guid.CreateVersion7());
        _underWay.Start(run, () => _work.Task);
        return run;
    }

    private void AssertCapacity(int limit, params ActorId[] busy)
    {
        var capacity = _underWay.Capacity();
        capacity.Limit.ShouldBe(limit);
        capacity.Busy.ShouldBe(busy);
    }
}
