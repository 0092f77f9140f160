using Eliza.Application.Agents;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class ReplyDraftsTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly Question Another = new(Ids.OtherMessage, Ids.Channel, Ids.Eliza);

    private readonly GivenHints _hints = new();
    private readonly ReplyDrafts _drafts;

    public ReplyDraftsTests() => _drafts = new ReplyDrafts(_hints);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Find_WhileAnAnswerIsWritten_GivesAllSoFar()
    {
        _drafts.Find(Asked).ShouldBeNull();

        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        _drafts.Find(Asked).ShouldBe(new ReplyDraft(1, "Please", Ids.Answer));
        _drafts.Append(Asked, Ids.Answer, 1, " go");
        _drafts.Append(Asked, Ids.Answer, 1, " on");

        _drafts.Find(Asked).ShouldBe(new ReplyDraft(1, "Please go on", Ids.Answer));
        _drafts.Find(Another).ShouldBeNull();
    }

    [Fact]
    public void Append_OfEachPiece_WakesThoseAloneWhoFollowThatAnswer()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        _drafts.Append(Another, Ids.Answer, 1, "I see");

        _hints.Topics.ShouldBe([ReplyTopic.DraftOf(Asked), ReplyTopic.DraftOf(Another)]);
        _hints.Topics.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Append_OfALaterAttempt_BeginsAnewAndPassesTheEarlierOver()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Let me");
        _drafts.Append(Asked, Ids.Answer, 2, "Please");
        _drafts.Append(Asked, Ids.Answer, 1, " think");
        _drafts.End(Asked, 1);
        _drafts.Append(Asked, Ids.Answer, 2, " go on");

        _drafts.Find(Asked).ShouldBe(new ReplyDraft(2, "Please go on", Ids.Answer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void End_OfAnAttempt_LeavesNothingOfItAndThoseBefore(int attempt)
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Please");

        _drafts.End(Asked, attempt);

        _drafts.Find(Asked).ShouldBeNull();
        _drafts.Count.ShouldBe(0);
    }

    [Fact]
    public void End_OfWhatWasNeverWritten_DoesNothing()
    {
        _drafts.End(Asked, 1);

        _drafts.Count.ShouldBe(0);
    }

    [Fact]
    public void Append_OfMoreThanAMessageHolds_KeepsWhatAMessageHolds()
    {
        for (var time = 0; time < 3000; time++) _drafts.Append(Asked, Ids.Answer, 1, "😀!");

        var text = _drafts.Find(Asked)!.Text;
        text.EnumerateRunes().Count().ShouldBe(MessageContent.MaxLength);
        MessageContent.Create(text).Error.ShouldBeNull();
    }

    [Fact]
    public void Find_WhenTheTextTurnsOutToBeMarkupThatRuns_ShowsItNoFurther()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "Try <scr");
        _drafts.Find(Asked).ShouldBe(new ReplyDraft(1, "Try <scr", Ids.Answer));

        _drafts.Append(Asked, Ids.Answer, 1, "ipt>alert(1)");
        _drafts.Append(Asked, Ids.Answer, 1, "</script>");

        _drafts.Find(Asked).ShouldBe(new ReplyDraft(1, "Try <scr", Ids.Answer));
    }

    [Fact]
    public void Find_WhenNothingMayBeShownYet_FindsNothing()
    {
        _drafts.Append(Asked, Ids.Answer, 1, "<script>");

        _drafts.Find(Asked).ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhileOthersWriteAndRead_GivesWholePiecesInTheirOrder()
    {
        var whole = string.Concat(Enumerable.Range(0, 500).Select(number => $"{number} "));
        var writing = Task.Run(() =>
        {
            foreach (var number in Enumerable.Range(0, 500)) _drafts.Append(Asked, Ids.Answer, 1, $"{number} ");
        }, Token);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var before = "";
            while (before != whole)
            {
                var text = _drafts.Find(Asked)?.Text ?? "";
                text.ShouldStartWith(before);
                whole.ShouldStartWith(text);
                before = text;
            }
        }, Token)).Append(writing)).WaitAsync(TimeSpan.FromSeconds(60), Token);
    }
}
