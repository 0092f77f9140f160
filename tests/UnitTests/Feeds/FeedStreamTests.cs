using Eliza.Application.Channels;
using Eliza.Application.Feeds;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Access;
using Eliza.WebApi.Realtime.Listening;
using Eliza.WebApi.Realtime.Sse;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Feeds;

/// <summary>Streams of clients that have much to catch up with.</summary>
public sealed class FeedStreamTests : IAsyncDisposable
{
    private readonly FakeChannelDirectory _channels = new();
    private readonly ServiceProvider _services;
    private readonly FeedStream _stream;

    public FeedStreamTests()
    {
        _services = new ServiceCollection().AddSingleton<IHttpContextAccessor, FakeHttpContextAccessor>().AddScoped<PresentCaller>()
            .AddSingleton<IChannelDirectory>(_channels).BuildServiceProvider();
        _stream = new FeedStream(new FeedPlace(Ids.Channel, Ids.Server, After: 0, Head: 100), Callers.Bob, new ListenerRights(_services.GetRequiredService<IServiceScopeFactory>()));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Stream_OfWhoIsTakenOutWhileItCatchesUp_EndsBehindThat()
    {
        var feeds = new Feeds();
        feeds.Then(Page(Entry(1), Entry(2)));
        feeds.Then(Page(Entry(3), Entry(4) with { Left = Ids.Bob }, Entry(5)), BecomePrivate);
        feeds.Then(Page(Entry(6)));

        (await ReadAsync(feeds)).ShouldBe(["channel_joined", "1", "2", "3", "4", "error"]);
        feeds.HasLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Stream_WhoseCredentialEndsWhileItCatchesUp_EndsWithThatPage()
    {
        var feeds = new Feeds();
        feeds.Then(Page(Entry(1), Entry(2)), _stream.Expire);
        feeds.Then(Page(Entry(3)));

        (await ReadAsync(feeds)).ShouldBe(["channel_joined", "1", "2", "error"]);
    }

    [Fact]
    public async Task Stream_OfAChannelThatIsDeletedWhileItCatchesUp_TellsThatAndEnds()
    {
        var feeds = new Feeds();
        feeds.Then(Page(Entry(1)));
        feeds.Then(null);

        (await ReadAsync(feeds)).ShouldBe(["channel_joined", "1", FeedEvents.ChannelDeleted]);
    }

    [Fact]
    public async Task Stream_ThatHasCaughtUp_GoesOnWithWhatIsDelivered()
    {
        var feeds = new Feeds { Joined = TellAndEnd };
        feeds.Then(Page(Entry(1)));

        (await ReadAsync(feeds)).ShouldBe(["channel_joined", "1", "2"]);
    }

    private static void TellAndEnd(IFeedListener listener)
    {
        listener.Deliver(Entry(2).Event).ShouldBeTrue();
        listener.End(FeedEnd.ServerStopping);
    }

    private async Task<List<string>> ReadAsync(Feeds feeds)
    {
        var told = new List<string>();
        await foreach (var item in _stream.ReadAsync(feeds, TestContext.Current.CancellationToken)) told.Add(item.EventType);
        return told;
    }

    private void BecomePrivate() => _channels.Channel = _channels.Channel! with { Access = new ChannelAccess(IsPrivate: true, Role: null) };

    private static FeedPage Page(params FeedEntry[] entries) => new(entries, entries[^1].Stamp, HasMore: true);

    private static FeedEntry Entry(long stamp) => new(stamp, new FeedEvent($"{stamp}", "payload", stamp));

    /// <summary>Gives pages as the test says, and lets in who has read them all.</summary>
    private sealed class Feeds : IChannelFeeds
    {
        private readonly Queue<(FeedPage? Page, Action Meanwhile)> _pages = new();

        public Action<IFeedListener> Joined { get; init; } = _ => throw new InvalidOperationException("It was not to join.");

        public bool HasLeft { get; private set; }

        public void Then(FeedPage? page, Action? meanwhile = null) => _pages.Enqueue((page, meanwhile ?? (() => { })));

        public Task<bool> TryJoinAsync(FeedPlace place, long? after, IFeedListener listener, CancellationToken cancellationToken)
        {
            if (_pages.Count > 0) return Task.FromResult(false);
            Joined(listener);
            return Task.FromResult(true);
        }

        public void Leave(ChannelId channel, IFeedListener listener) => HasLeft = true;

        public Task<FeedPage?> ReadAsync(ChannelId channel, long after, CancellationToken cancellationToken)
        {
            var (page, meanwhile) = _pages.Dequeue();
            meanwhile();
            return Task.FromResult(page);
        }

        public IDisposable HearMentions(ActorId actor, Func<FeedEvent, bool> deliver) => new MemoryStream();
    }
}
