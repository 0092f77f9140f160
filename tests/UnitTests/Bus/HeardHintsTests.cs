using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

public sealed class HeardHintsTests
{
    private readonly HearingNode _node = new();

    [Fact]
    public async Task Apply_OfAHintOfEverySort_DoesHereWhatWasDoneThere()
    {
        foreach (var hint in NodeHints.All.Where(hint => hint is not NodeHint.DraftWentOn)) _node.Heard.Apply(hint);

        _node.Bell.Rings.ShouldBe(
        [
            Ids.Channel,
            (Ids.Channel, FeedEvents.SessionExpired, (object)new SessionExpiredPayload(NodeHints.Session.Value, Ids.Channel.Value, "expired"), (Domain.Sessions.SessionId?)NodeHints.Session),
            ("begin", NodeHints.Question),
            ("end", NodeHints.Question, NodeHints.Run, true),
            ("end all", Ids.Eliza),
            ("recheck", Ids.Ada),
            (Ids.Message, "ada bob"),
        ]);
        _node.Hints.Topics.ShouldBe(["reply \"é\" 😀"]);
        (await _node.Runs.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken)).Elsewhere.ShouldBe([NodeHints.Conversation]);
    }

    [Theory]
    [InlineData(FeedEvents.ChannelDeleted)]
    [InlineData(FeedEvents.MessageBroadcast)]
    [InlineData("fake\nid: 99")]
    public void Apply_OfAToldEventThatIsNoneOfThoseInPassing_TellsNobody(string name)
    {
        var payload = new SessionExpiredPayload(NodeHints.Session.Value, Ids.Channel.Value, "expired");

        Should.Throw<ArgumentOutOfRangeException>(() => _node.Heard.Apply(new NodeHint.Told(Ids.Channel, name, payload, null)));

        _node.Bell.Rings.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_OfADraft_ShowsItUntilItEnds()
    {
        _node.Heard.Apply(new NodeHint.DraftWentOn(NodeHints.Question, Ids.Answer, 1, 0, "I see"));
        _node.Drafts.Find(NodeHints.Question).ShouldBe(new ReplyDraft(1, "I see", Ids.Answer));

        _node.Heard.Apply(new NodeHint.DraftEnded(NodeHints.Question, 1));

        _node.Drafts.Find(NodeHints.Question).ShouldBeNull();
    }
}
