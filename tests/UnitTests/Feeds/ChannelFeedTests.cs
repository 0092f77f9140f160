using Eliza.Application.Feeds;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Feeds;

public sealed class ChannelFeedTests
{
    private readonly FakeChannelLog _log = new();
    private readonly ChannelFeed _feed;

    public ChannelFeedTests() =>
        _feed = new ChannelFeed(Ids.Channel, 0, _log.ReadAsync, _ => { }, new ChannelWork(Ids.Channel, Ids.Server, new RecordedDrafts()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listener_WhoLeftAndMayNotStay_HearsThatLast()
    {
        var (ada, bob, stays) = (await JoinAsync(new(Ids.Ada)), await JoinAsync(new(Ids.Bob) { MayStay = () => false }), await JoinAsync(new(Ids.Bob)));
        _log.Add();
        var left = _log.Add(left: Ids.Bob);
        var after = _log.Add();
        await TellAsync();

        (bob.Told[^1].Stamp, bob.Told.Count, bob.Ended).ShouldBe((left.Stamp, 2, FeedEnd.Forbidden));
        (ada.Told[2].Stamp, ada.Ended, stays.Told[2].Stamp, stays.Ended).ShouldBe((after.Stamp, null, after.Stamp, null));
    }

    [Fact]
    public async Task Listeners_WhenTheChannelBecomesPrivate_StayIfTheyMay()
    {
        var (member, stranger) = (await JoinAsync(new(Ids.Ada)), await JoinAsync(new(Ids.Bob) { MayStay = () => false }));
        var broken = await JoinAsync(new() { MayStay = () => throw new InvalidOperationException("The database is away.") });
        _log.Add(isPrivate: true);
        _log.Add();
        await TellAsync();

        // Strangers do not hear what it says of itself from then on.
        (stranger.Told.Count, stranger.Ended, broken.Told.Count, broken.Ended).ShouldBe((0, FeedEnd.Forbidden, 0, FeedEnd.Interrupted));
        (member.Told.Count(told => told.Stamp is not null), member.Ended).ShouldBe((2, null));
    }

    [Fact]
    public async Task Notice_ThatASessionIsOver_IsToldToItsOwnListenersOnce()
    {
        var session = new SessionId(Guid.CreateVersion7());
        var (ofSession, ofChannel) = (await JoinAsync(new(Ids.Ada, session)), await JoinAsync(new(Ids.Ada)));
        _feed.OfSessions.ShouldBe([(session, Ids.Ada)]);

        for (var sweep = 0; sweep < 2; sweep++) _feed.Tell(new FeedNotice.SessionOver(new FeedEvent("over", "over"), session));
        await TellAsync();

        ofSession.Told.Select(told => told.Name).ShouldBe(["over"]);
        ofChannel.Told.ShouldNotContain(told => told.Name == "over");
        (ofSession.Ended, ofChannel.Ended).ShouldBe((FeedEnd.SessionOver, null));
        _feed.OfSessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Listener_WhoseRightsChangedElsewhere_IsAskedAnew()
    {
        var mayStay = true;
        var (agent, other) = (await JoinAsync(new(Ids.Eliza) { MayStay = () => mayStay }), await JoinAsync(new(Ids.Ada) { MayStay = () => false }));
        _feed.Tell(new FeedNotice.RightsChanged(Ids.Eliza));
        await TellAsync();
        agent.Ended.ShouldBeNull();

        mayStay = false;
        _feed.Tell(new FeedNotice.RightsChanged(Ids.Eliza));
        await TellAsync();

        (agent.Ended, other.Ended).ShouldBe((FeedEnd.Forbidden, null));
    }

    [Fact]
    public async Task Listener_ThatBreaks_IsInterruptedAndNobodyHearsAnythingTwice()
    {
        var (before, broken, behind) = (await JoinAsync(new()), await JoinAsync(new() { Breaks = true }), await JoinAsync(new()));
        for (var i = 0; i < 3; i++) _log.Add();
        await TellAsync();

        broken.Ended.ShouldBe(FeedEnd.Interrupted);
        foreach (var listener in new[] { before, behind }) listener.Told.Where(told => told.Stamp is not null).Select(told => told.Stamp!.Value).ShouldBe(_log.Stamps);
    }

    [Fact]
    public async Task Listener_WhoHasNoRoom_IsInterruptedAndNobodyElse()
    {
        var (slow, quick) = (await JoinAsync(new() { Room = 2 }), await JoinAsync(new()));
        for (var i = 0; i < 5; i++) _log.Add();
        await TellAsync();

        slow.Told.Select(told => told.Stamp!.Value).ShouldBe(_log.Stamps.Take(2));
        slow.Ended.ShouldBe(FeedEnd.Interrupted);
        quick.Told.Count(told => told.Stamp is not null).ShouldBe(5);
    }

    [Fact]
    public async Task Notice_OfASessionThatEnded_EndsItsListenersBehindAllThatHappenedBefore()
    {
        var session = new SessionId(Guid.CreateVersion7());
        var (ofSession, ofChannel) = (await JoinAsync(new(Ids.Ada, session)), await JoinAsync(new(Ids.Ada)));
        _log.Add();
        _feed.Tell(new FeedNotice.Told(new FeedEvent("over", "payload"), session));
        await TellAsync();

        ofSession.Told.Select(told => told.Name).ShouldBe(["entry", "over"]);
        ofChannel.Told.Take(2).Select(told => told.Name).ShouldBe(["entry", "over"]);
        (ofSession.Ended, ofChannel.Ended).ShouldBe((FeedEnd.SessionOver, null));
    }

    [Fact]
    public async Task Channel_WhenItIsGone_IsToldToAllAsTheEnd()
    {
        var listener = await JoinAsync(new());
        _log.IsGone = true;
        await TellAsync();

        (listener.Told[0].Name, listener.Ended).ShouldBe((FeedEvents.ChannelDeleted, FeedEnd.ChannelDeleted));
        _feed.TryClose().ShouldBeTrue();
        (await _feed.TryAddAsync(new RecordedListener(), 0, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Feed_WhileSomebodyListens_IsNotClosed()
    {
        var listener = await JoinAsync(new());

        _feed.TryClose().ShouldBeFalse();
        _feed.Remove(listener);
        _feed.TryClose().ShouldBeTrue();
    }

    private async Task<RecordedListener> JoinAsync(RecordedListener listener)
    {
        (await _feed.TryAddAsync(listener, 0, Token).WaitAsync(TimeSpan.FromSeconds(30), Token)).ShouldBe(true);
        return listener;
    }

    /// <summary>Returns when all that happened was told: a notice comes behind the history.</summary>
    private async Task TellAsync()
    {
        var probe = new RecordedListener();
        _feed.Wake();
        (await _feed.TryAddAsync(probe, long.MaxValue - 1, Token).WaitAsync(TimeSpan.FromSeconds(30), Token)).ShouldBe(true);
        _feed.Tell(new FeedNotice.Told(new FeedEvent("probe", "payload"), null));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (probe.Told.All(told => told.Name != "probe") && probe.Ended is null) await again.WaitForNextTickAsync(patience.Token);
        _feed.Remove(probe);
    }
}
