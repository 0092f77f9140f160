using Eliza.Application;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.Domain.Channels.Events;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Common;

public sealed class EventAnnouncerTests : IAsyncDisposable
{
    private readonly CountedSignal _signal = new();
    private readonly RecordedFeedNotifier _feeds = new();
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    public EventAnnouncerTests()
    {
        _services = new ServiceCollection().AddLogging().AddSingleton<IRunSignal>(_signal).AddSingleton<IFeedNotifier>(_feeds)
            .AddSingleton<IHints>(new Hints(new ManualTimeProvider())).AddApplication(autoMapperLicenseKey: null).BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Announce_WhenAReactionIsRegistered_ReachesIt()
    {
        var run = new AgentRunId(Ids.Lease);

        await Announcer().AnnounceAsync(
            [new RunQueued(run, Ids.Eliza, Ids.Channel), new RunEnded(run, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Ignored)]);

        _signal.Rings.ShouldBe(2);
        _feeds.Rings.ShouldBe([("end", new Question(Ids.Message, Ids.Channel, Ids.Eliza), run, false)]);
    }

    [Fact]
    public async Task Announce_WhenNobodyReacts_DoesNothing()
    {
        await Announcer().AnnounceAsync([new ChannelCreated(Ids.Channel, Ids.Server)]);

        _signal.Rings.ShouldBe(0);
    }

    private EventAnnouncer Announcer() => _scope.ServiceProvider.GetRequiredService<EventAnnouncer>();

    private sealed class CountedSignal : IRunSignal
    {
        public int Rings { get; private set; }

        public void Raise(Conversation conversation) => Rings += conversation == new Conversation(Ids.Eliza, Ids.Channel) ? 1 : 100;
    }
}
