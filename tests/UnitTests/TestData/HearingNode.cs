using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.TestData;

/// <summary>What a node does with what it hears, without a database.</summary>
internal sealed class HearingNode
{
    public HearingNode()
    {
        var scopes = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
        var (channels, agents, keys) = (new KnownChannels(scopes, FactLifetimes.Shared, Time), new KnownAgents(scopes, FactLifetimes.Shared, Time), new KnownKeys(scopes, FactLifetimes.Shared, Time));
        Runs = new RunSignal(Time);
        Drafts = new ReplyDrafts(Hints);
        Others = new OthersDrafts(Drafts, Time);
        Heard = new HeardHints(Bell, Hints, Others, Runs, channels, agents, keys);
        Waiting = new Hints(Time);
        Receiver = new HintReceiver(Heard, new CatchUp(channels, agents, keys, Waiting, Time), Time, Log);
    }

    public ManualTimeProvider Time { get; } = new();

    public RecordedFeedNotifier Bell { get; } = new();

    public GivenHints Hints { get; } = new();

    public RunSignal Runs { get; }

    public ReplyDrafts Drafts { get; }

    public OthersDrafts Others { get; }

    public HeardHints Heard { get; }

    /// <summary>Who waits for what a node does that missed something.</summary>
    public Hints Waiting { get; }

    public FakeLogger<HintReceiver> Log { get; } = new();

    public HintReceiver Receiver { get; }
}
