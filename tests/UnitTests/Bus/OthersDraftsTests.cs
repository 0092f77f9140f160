using Eliza.Application.Agents;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

public sealed class OthersDraftsTests
{
    private static readonly Question Asked = NodeHints.Question;
    private static readonly Question Another = new(Ids.OtherMessage, Ids.Channel, Ids.Eliza);

    private readonly ManualTimeProvider _time = new();
    private readonly ReplyDrafts _drafts = new(new GivenHints());
    private readonly OthersDrafts _others;

    public OthersDraftsTests() => _others = new OthersDrafts(_drafts, _time);

    [Fact]
    public void Draft_HeardFromItsBeginning_IsKeptAndToldOf()
    {
        var written = new List<Question>();
        _drafts.Written += written.Add;

        GoOn(Asked, 0, "Please");
        GoOn(Asked, 6, " go on");

        _drafts.Find(Asked).ShouldBe(new ReplyDraft(1, "Please go on", Ids.Answer));
        written.ShouldBe([Asked, Asked]);
    }

    [Fact]
    public void Draft_OfWhichAPieceWasNotHeard_GoesOnNoMore()
    {
        GoOn(Asked, 0, "Please");
        GoOn(Asked, 9, "on");
        GoOn(Another, 3, "middle");

        _drafts.Find(Asked)!.Text.ShouldBe("Please");
        _drafts.Find(Another).ShouldBeNull();
    }

    [Fact]
    public void Draft_OfALaterAttempt_BeginsAnewAndWhatComesOfTheEarlierOneIsPassedOver()
    {
        GoOn(Asked, 0, "Please");
        GoOn(Asked, 0, "I see", attempt: 2);
        GoOn(Asked, 6, " go on");
        GoOn(Asked, 0, "again");
        _others.End(Asked, 1);

        _drafts.Find(Asked).ShouldBe(new ReplyDraft(2, "I see", Ids.Answer));
        _others.End(Asked, 2);
        _drafts.Find(Asked).ShouldBeNull();
    }

    [Fact]
    public void Draft_BegunAnewByAnotherNodeInTheSameAttempt_TakesThePlaceOfTheFirst()
    {
        GoOn(Asked, 0, "Let me");
        GoOn(Asked, 0, "Please");
        GoOn(Asked, 6, " go on");

        _drafts.Find(Asked)!.Text.ShouldBe("Please go on");
    }

    [Fact]
    public void Draft_ThatNobodyEnds_IsDroppedAfterAWhile()
    {
        GoOn(Asked, 0, "Please");
        _time.Advance(OthersDrafts.Patience / 2);
        GoOn(Another, 0, "I see");
        _time.Advance((OthersDrafts.Patience / 2) + TimeSpan.FromTicks(1));

        _others.DropSilent();
        GoOn(Another, 5, " you");

        _drafts.Find(Asked).ShouldBeNull();
        _drafts.Find(Another)!.Text.ShouldBe("I see you");
    }

    [Fact]
    public void Draft_OfThisNode_IsNotDropped()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        _time.Advance(OthersDrafts.Patience * 2);

        GoOn(Another, 0, "I see");
        _others.DropSilent();

        _drafts.Find(Asked).ShouldNotBeNull();
    }

    [Fact]
    public void Drafts_BeyondTheMost_AreNotKept()
    {
        for (var number = 0; number < OthersDrafts.Most + 100; number++) GoOn(new Question(new MessageId(new Guid(number, 0, 0, new byte[8])), Ids.Channel, Ids.Eliza), 0, "x");

        _drafts.Count.ShouldBe(OthersDrafts.Most);
    }

    private void GoOn(Question question, int after, string piece, int attempt = 1) => _others.GoOn(new NodeHint.DraftWentOn(question, Ids.Answer, attempt, after, piece));
}
