using Eliza.Application.Feeds;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Feeds;

/// <summary>Of a server whose database is away: nothing is told, and who comes and goes is known all the same.</summary>
public sealed class ChannelFeedsTests : IAsyncDisposable
{
    private static readonly FeedPlace Place = new(Ids.Channel, Ids.Server, After: 7, Head: 7);

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ChannelFeeds _feeds;

    public ChannelFeedsTests() =>
        _feeds = new ChannelFeeds(new ChannelReader(_services.GetRequiredService<IServiceScopeFactory>(), new FakeLogger<ChannelReader>()), new RecordedDrafts());

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task TryJoin_OfWhoLostTheRightMeanwhile_SendsItAway()
    {
        var (listener, other) = (new RecordedListener(Ids.Bob) { MayStay = () => false }, new RecordedListener(Ids.Ada));

        (await JoinAsync(other)).ShouldBeTrue();
        (await JoinAsync(listener)).ShouldBeTrue();

        (listener.Ended, other.Ended).ShouldBe((FeedEnd.Forbidden, null));
    }

    [Fact]
    public async Task Stopping_OfTheServer_SendsAllAwayAndWhoComesLater()
    {
        var (early, late) = (new RecordedListener(), new RecordedListener());
        await JoinAsync(early);

        await _feeds.StoppingAsync(TestContext.Current.CancellationToken);
        (await JoinAsync(late)).ShouldBeTrue();

        (early.Ended, late.Ended).ShouldBe((FeedEnd.ServerStopping, FeedEnd.ServerStopping));
    }

    [Fact]
    public async Task Leave_OfTheLast_DropsTheFeed()
    {
        var (one, other) = (new RecordedListener(), new RecordedListener());
        await JoinAsync(one);
        await JoinAsync(other);

        _feeds.Leave(Ids.Channel, one);
        _feeds.Channels.ShouldBe([Ids.Channel]);
        _feeds.Leave(Ids.Channel, other);
        _feeds.Channels.ShouldBeEmpty();
    }

    /// <summary>Who comes while the feed fails is let in when the sweep wakes it.</summary>
    private async Task<bool> JoinAsync(RecordedListener listener)
    {
        var joining = _feeds.TryJoinAsync(Place, Place.After, listener, TestContext.Current.CancellationToken);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!joining.IsCompleted && await again.WaitForNextTickAsync(patience.Token)) _feeds.Compare([Ids.Channel], new Dictionary<ChannelId, long> { [Ids.Channel] = Place.Head });
        return await joining;
    }
}
