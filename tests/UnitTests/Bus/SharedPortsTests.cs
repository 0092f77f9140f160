using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

/// <summary>What happens here is done here, and told to the other nodes, which then do the same.</summary>
public sealed class SharedPortsTests
{
    private readonly RecordedBus _bus = new();
    private readonly HearingNode _other = new();

    [Fact]
    public async Task Bell_RungHere_RingsTheSameThere()
    {
        var here = new RecordedFeedNotifier();
        var notifier = new SharedFeedNotifier(here, _bus);

        notifier.Wake(Ids.Channel);
        notifier.Tell(Ids.Channel, new FeedEvent(FeedEvents.SessionExpired, new SessionExpiredPayload(Ids.Lease, Ids.Channel.Value, "deleted")), NodeHints.Session);
        notifier.BeginWork(NodeHints.Question);
        notifier.EndWork(NodeHints.Question, NodeHints.Run, hasFailed: true);
        notifier.EndAllWork(Ids.Eliza);
        notifier.Recheck(Ids.Ada);
        await notifier.MentionAsync(Ids.Message, [Ids.Ada, Ids.Bob], TestContext.Current.CancellationToken);
        HearAll();

        here.Rings.Count.ShouldBe(7);
        _other.Bell.Rings.ShouldBe(here.Rings);
    }

    [Fact]
    public void Topic_GivenHere_IsGivenThere()
    {
        var here = new GivenHints();

        new SharedHints(here, _bus).Give("topic");
        HearAll();

        here.Topics.ShouldBe(["topic"]);
        _other.Hints.Topics.ShouldBe(["topic"]);
    }

    [Fact]
    public void Draft_WrittenHere_IsShownThere()
    {
        var here = new ReplyDrafts(new GivenHints());
        var drafts = new SharedReplyDrafts(here, new OthersDrafts(here, _other.Time), _bus);
        var written = new List<Question>();
        drafts.Written += written.Add;

        drafts.Append(NodeHints.Question, Ids.Answer, 1, "How");
        drafts.Append(NodeHints.Question, Ids.Answer, 1, " do you do?");
        drafts.Append(NodeHints.Question, Ids.Answer, 2, "Please 😀");
        drafts.Append(NodeHints.Question, Ids.Answer, 2, " go on");
        HearAll();

        written.Count.ShouldBe(4);
        drafts.Find(NodeHints.Question).ShouldBe(new ReplyDraft(2, "Please 😀 go on", Ids.Answer));
        _other.Drafts.Find(NodeHints.Question).ShouldBe(drafts.Find(NodeHints.Question));
    }

    [Fact]
    public void Draft_ThatEndedHere_EndsThere()
    {
        var here = new ReplyDrafts(new GivenHints());
        var drafts = new SharedReplyDrafts(here, new OthersDrafts(here, _other.Time), _bus);

        drafts.Append(NodeHints.Question, Ids.Answer, 1, "How do you do?");
        drafts.End(NodeHints.Question, 1);
        HearAll();

        drafts.Find(NodeHints.Question).ShouldBeNull();
        _other.Drafts.Find(NodeHints.Question).ShouldBeNull();
    }

    /// <summary>An attempt that is given back keeps its number.</summary>
    [Fact]
    public void Draft_OfARunThatAnotherNodeGaveBack_BeginsAnewAndOutlastsTheOneThere()
    {
        var drafts = new SharedReplyDrafts(_other.Drafts, _other.Others, _bus);
        void Heard(NodeHint hint) => _other.Heard.Apply(hint);
        Heard(new NodeHint.DraftWentOn(NodeHints.Question, Ids.Answer, 1, 0, "Let me"));

        drafts.Append(NodeHints.Question, Ids.Answer, 1, "Please");
        Heard(new NodeHint.DraftWentOn(NodeHints.Question, Ids.Answer, 1, 6, " see"));
        drafts.Append(NodeHints.Question, Ids.Answer, 1, " go on");
        Heard(new NodeHint.DraftEnded(NodeHints.Question, 1));

        drafts.Find(NodeHints.Question).ShouldBe(new ReplyDraft(1, "Please go on", Ids.Answer));
        _bus.Hints.OfType<NodeHint.DraftWentOn>().Select(draft => draft.After).ShouldBe([0, 6]);
    }

    private void HearAll()
    {
        foreach (var hint in _bus.Hints) _other.Heard.Apply(hint);
    }
}
