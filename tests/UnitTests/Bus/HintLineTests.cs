using Eliza.Application.Access;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

public sealed class HintLineTests
{
    private static readonly NodeHint Credentials = new NodeHint.TopicGiven(CredentialTopic.Changed);

    private readonly ManualTimeProvider _time = new();
    private readonly HintLine _line;

    public HintLineTests() => _line = new HintLine(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Take_OfWhatWaits_GivesItInItsOrderAndOnce()
    {
        NodeHint[] hints = [PieceOf("a"), new NodeHint.WorkBegan(NodeHints.Question), PieceOf("b"), new NodeHint.WorkBegan(NodeHints.Question)];
        Publish(hints);

        var batch = _line.Take();

        batch.Hints.ShouldBe(hints);
        batch.HasGap.ShouldBeFalse();
        _line.Take().Hints.ShouldBeEmpty();
    }

    [Fact]
    public void Hints_ThatOnlySayWhereToLook_AreToldOnceWhileTheyWait()
    {
        Publish(Wake(1), Credentials, Wake(2), Wake(1), Credentials);
        _line.Take().Hints.ShouldBe([Wake(1), Credentials, Wake(2)]);

        Publish(Wake(1));
        _line.Take().Hints.ShouldBe([Wake(1)]);
    }

    [Fact]
    public void Facts_ThatAreOutdated_AreToldAheadOfWhatMakesOthersAsk()
    {
        Publish(Credentials, PieceOf("a"), new NodeHint.KeysOutdated(), Credentials, new NodeHint.KeysOutdated());

        _line.Take().Hints.ShouldBe([new NodeHint.KeysOutdated(), Credentials, PieceOf("a")]);
    }

    [Fact]
    public void Channels_WhenVeryManyAreOutdated_AreAllForgotten()
    {
        for (var number = 0; number <= HintLine.MostOutdated; number++) Publish(new NodeHint.ChannelOutdated(ChannelOf(number)));
        Publish(new NodeHint.KeysOutdated(), Credentials);

        var hints = _line.Take().Hints;

        hints.SkipLast(1).ShouldBe([new NodeHint.AllChannelsOutdated(), new NodeHint.KeysOutdated()], ignoreOrder: true);
        hints[^1].ShouldBe(Credentials);
    }

    [Fact]
    public void Take_WhenVeryMuchWaits_GivesItByBatchesThatAreBounded()
    {
        var pieces = Enumerable.Range(0, 2_000).Select(number => PieceOf($"{number}{new string('x', number / 2)}")).ToArray();
        Publish(pieces);

        var batches = new List<HintBatch>();
        while (_line.Take() is { Hints.Count: > 0 } batch) batches.Add(batch);

        batches.SelectMany(batch => batch.Hints).SequenceEqual(pieces).ShouldBeTrue();
        batches.ShouldAllBe(batch => batch.Hints.Count <= HintLine.MostInBatch && NodeHintJson.Write(batch.Hints).Length <= HintLine.MostBytesInBatch + 2 && !batch.HasGap);
    }

    [Fact]
    public void Take_OfOneThatIsLargerThanABatch_GivesItAllTheSame()
    {
        var large = PieceOf(new string('x', HintLine.MostBytesInBatch));
        Publish(PieceOf("a"), large, new NodeHint.AgentsOutdated());

        _line.Take().Hints.ShouldBe([new NodeHint.AgentsOutdated(), PieceOf("a")]);
        _line.Take().Hints.ShouldBe([large]);
    }

    [Fact]
    public void Line_ThatNobodyDrains_DropsTheOldestAndSaysSoOnce()
    {
        const int Count = 100_000;
        for (var number = 0; number < Count; number++) Publish(PieceOf($"{number}"));

        var first = _line.Take();
        var taken = new List<NodeHint>(first.Hints);
        while (_line.Take() is { Hints.Count: > 0 } batch)
        {
            batch.HasGap.ShouldBeFalse();
            taken.AddRange(batch.Hints);
        }

        first.HasGap.ShouldBeTrue();
        taken.Sum(hint => hint.Size).ShouldBeLessThanOrEqualTo(HintLine.MostBytes);
        taken.Cast<NodeHint.DraftWentOn>().Select(piece => piece.Piece).ShouldBe(Enumerable.Range(Count - taken.Count, taken.Count).Select(number => $"{number}"));
    }

    [Fact]
    public void Hint_ThatWasDropped_IsTakenAnewWhenItIsGivenAgain()
    {
        Publish(Wake(1));
        _time.Advance(HintLine.Worth + TimeSpan.FromTicks(1));
        _line.Take().ShouldSatisfyAllConditions(batch => batch.Hints.ShouldBeEmpty(), batch => batch.HasGap.ShouldBeTrue());

        Publish(Wake(1));

        _line.Take().ShouldSatisfyAllConditions(batch => batch.Hints.ShouldBe([Wake(1)]), batch => batch.HasGap.ShouldBeFalse());
    }

    [Fact]
    public async Task Wait_WhenSomethingWaitsOrIsLeft_Returns()
    {
        var waiting = _line.WaitAsync(Token);
        waiting.IsCompleted.ShouldBeFalse();
        for (var number = 0; number <= HintLine.MostInBatch; number++) Publish(PieceOf("a"));
        await waiting;

        _line.Take();
        await _line.WaitAsync(Token);
        _line.Take().Hints.ShouldNotBeEmpty();

        _line.WaitAsync(Token).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Publish_ByManyAtOnce_LosesNothing()
    {
        var taken = new List<NodeHint>();
        var publishing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var number = 0; number < 2_000; number++) Publish(new NodeHint.DraftWentOn(NodeHints.Question, Ids.Answer, writer, number, "x"));
        })));

        while (taken.Count < 16_000)
        {
            await _line.WaitAsync(Token);
            taken.AddRange(_line.Take().Hints);
        }
        await publishing;

        foreach (var writer in taken.Cast<NodeHint.DraftWentOn>().GroupBy(piece => piece.Attempt))
            writer.Select(piece => piece.After).ShouldBe(Enumerable.Range(0, 2_000));
    }

    private void Publish(params NodeHint[] hints)
    {
        foreach (var hint in hints) _line.Publish(hint);
    }

    private static NodeHint.DraftWentOn PieceOf(string text) => new(NodeHints.Question, Ids.Answer, 1, 0, text);

    private static NodeHint.HistoryWentOn Wake(int number) => new(ChannelOf(number));

    private static ChannelId ChannelOf(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
