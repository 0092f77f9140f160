using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Bus;

namespace Eliza.UnitTests.TestData;

/// <summary>A hint of each sort.</summary>
internal static class NodeHints
{
    public static readonly Question Question = new(Ids.Message, Ids.Channel, Ids.Eliza);
    public static readonly Conversation Conversation = new(Ids.Eliza, Ids.Channel);
    public static readonly AgentRunId Run = new(Ids.Lease);
    public static readonly SessionId Session = new(Ids.OtherLease);

    public static IReadOnlyList<NodeHint> All { get; } =
    [
        new NodeHint.HistoryWentOn(Ids.Channel),
        new NodeHint.Told(Ids.Channel, FeedEvents.SessionExpired, new SessionExpiredPayload(Session.Value, Ids.Channel.Value, "expired"), Session),
        new NodeHint.WorkBegan(Question),
        new NodeHint.WorkEnded(Question, Run, HasFailed: true),
        new NodeHint.AllWorkEnded(Ids.Eliza),
        new NodeHint.RightsChanged(Ids.Ada),
        new NodeHint.Mentioned(Ids.Message, [Ids.Ada, Ids.Bob]),
        new NodeHint.TopicGiven("reply \"é\" 😀"),
        new NodeHint.ChannelOutdated(Ids.Channel),
        new NodeHint.AllChannelsOutdated(),
        new NodeHint.AgentsOutdated(),
        new NodeHint.KeysOutdated(),
        new NodeHint.DraftWentOn(Question, Ids.Answer, Attempt: 2, After: 7, "How do you do, \"Zoë\"? 😀\n"),
        new NodeHint.DraftEnded(Question, Attempt: 2),
        new NodeHint.RunsMayBegin(Conversation),
    ];
}
