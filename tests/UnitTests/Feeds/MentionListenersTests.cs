using Eliza.Application.Feeds;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Feeds;

public sealed class MentionListenersTests
{
    private static readonly FeedEvent Told = new(FeedEvents.Mention, "payload");

    private readonly MentionListeners _listeners = new();

    [Fact]
    public void Tell_OfAnActor_ReachesAllWhoListenForIt()
    {
        var (first, second, other) = (new List<FeedEvent>(), new List<FeedEvent>(), new List<FeedEvent>());
        var leaving = Listen(first);
        using var staying = Listen(second);
        using var ofBob = _listeners.Add(Ids.Bob, told => Add(other, told));

        _listeners.Tell(Ids.Ada, Told);
        leaving.Dispose();
        leaving.Dispose();
        _listeners.Tell(Ids.Ada, Told);

        (first.Count, second.Count, other.Count).ShouldBe((1, 2, 0));
    }

    [Fact]
    public void Has_AfterTheLastHasGone_IsFalse()
    {
        _listeners.Has(Ids.Ada).ShouldBeFalse();
        var (one, other) = (Listen([]), Listen([]));
        one.Dispose();
        _listeners.Has(Ids.Ada).ShouldBeTrue();
        other.Dispose();
        _listeners.Has(Ids.Ada).ShouldBeFalse();
        _listeners.Tell(Ids.Ada, Told);
    }

    [Fact]
    public async Task Listeners_WhoComeAndGoAtOnce_LeaveNothingBehind()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++) Listen([]).Dispose();
        }, TestContext.Current.CancellationToken)));

        _listeners.Has(Ids.Ada).ShouldBeFalse();
    }

    private IDisposable Listen(List<FeedEvent> heard) => _listeners.Add(Ids.Ada, told => Add(heard, told));

    private static bool Add(List<FeedEvent> heard, FeedEvent told)
    {
        heard.Add(told);
        return true;
    }
}
