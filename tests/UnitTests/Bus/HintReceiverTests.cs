using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Application.Sessions;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

public sealed class HintReceiverTests : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Topic = NodeHintJson.Write([new NodeHint.TopicGiven("topic")]);

    private readonly HearingNode _node = new();
    private readonly IHint _credentials;
    private Task<bool> _missed;

    public HintReceiverTests()
    {
        _credentials = _node.Waiting.Listen(CredentialTopic.Changed);
        _missed = WaitAsync(_credentials);
    }

    public void Dispose() => _credentials.Dispose();

    [Fact]
    public void Message_OfAnotherNode_IsFollowed()
    {
        Hear("one", 1);
        Hear("two", 70);
        Hear("one", 2);

        _node.Hints.Topics.Count.ShouldBe(3);
        _missed.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Message_OfItsOwn_IsPassedOver()
    {
        Hear(_node.Receiver.Node, 1);

        _node.Hints.Topics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_BehindOnesThatAreMissing_IsFollowedAndTheyAreMadeUpFor()
    {
        using var due = _node.Waiting.Listen(SessionTopic.Due);
        using var feeds = _node.Waiting.Listen(FeedSweeper.Topic);
        var others = new[] { WaitAsync(due), WaitAsync(feeds) };
        Hear("one", 1);

        Hear("one", 3);

        (await _missed).ShouldBeTrue();
        (await Task.WhenAll(others)).ShouldBe([true, true]);
        _node.Hints.Topics.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_ThatAreMissingAgainAndAgain_AreMadeUpForOnceASecond()
    {
        Hear("one", 1);
        Hear("one", 3);
        await _missed;
        _missed = WaitAsync(_credentials);

        Hear("one", 5);
        Hear("one", 7);
        _node.Time.Advance(CatchUp.Pause - TimeSpan.FromTicks(1));
        _missed.IsCompleted.ShouldBeFalse();
        _node.Time.Advance(TimeSpan.FromTicks(1));

        await _missed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Message_WhoseHintCannotBeFollowed_IsMadeUpForWithItsRest()
    {
        _node.Bell.Breaks = true;

        _node.Receiver.Hear("one", "1", NodeHintJson.Write([new NodeHint.HistoryWentOn(Ids.Channel), new NodeHint.TopicGiven("topic")]));

        await _missed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        _node.Log.Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nodes_TooManyToBeKnown_AreForgottenAndMadeUpFor()
    {
        for (var node = 0; node < HintReceiver.MostNodes; node++) Hear($"{node}", 1);
        _missed.IsCompleted.ShouldBeFalse();

        Hear("one more", 1);

        await _missed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Begin_OfListening_MakesUpForWhatWasSaidBefore()
    {
        Hear("one", 1);

        _node.Receiver.Begin();
        await _missed;
        _missed = WaitAsync(_credentials);
        Hear("one", 9);

        _missed.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Messages_ThatCannotBeRead_AreComplainedOfOnceAMinuteWithoutTheirContent()
    {
        for (var number = 1; number <= 100; number++) _node.Receiver.Hear("one", $"{number}", """[{"is":"secret"}]"""u8.ToArray());
        _node.Log.Entries.ShouldHaveSingleItem().Text.ShouldNotContain("secret");

        _node.Time.Advance(TimeSpan.FromMinutes(1));
        Hear(null, 1);
        _node.Receiver.Hear("one", "not a number", "nonsense"u8.ToArray());

        _node.Log.Entries.Count.ShouldBe(2);
        _node.Hints.Topics.ShouldBe(["topic"]);
    }

    private void Hear(string? node, long number) => _node.Receiver.Hear(node, $"{number}", Topic);

    private static Task<bool> WaitAsync(IHint hint) => hint.WaitAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
}
