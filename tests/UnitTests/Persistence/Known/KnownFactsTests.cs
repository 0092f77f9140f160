using Eliza.Infrastructure.Persistence.Known;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Persistence.Known;

public sealed class KnownFactsTests
{
    private const int Room = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _time = new();
    private readonly List<TaskCompletionSource<int>> _questions = [];
    private readonly KnownFacts<string, int> _facts;

    /// <summary>A value is as heavy as it says.</summary>
    public KnownFactsTests() => _facts = new(AskAsync, weigh: value => value, Room, Lifetime, _time);

    [Fact]
    public async Task Find_WhenAHundredAskAtOnce_AsksOnce()
    {
        var asking = new Task<int>[100];
        Parallel.For(0, asking.Length, i => asking[i] = FindAsync("a"));

        _questions.ShouldHaveSingleItem().SetResult(7);

        foreach (var one in asking) (await one).ShouldBe(7);
        (await FindAsync("a")).ShouldBe(7);
        _questions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Find_WhenOfAnother_AsksAnother()
    {
        await KnowAsync("a", 1);

        await KnowAsync("b", 2);

        (await FindAsync("a"), await FindAsync("b")).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 2)]
    public async Task Find_WhenTimeHasPassed_AsksAgainAtTheEndOfTheLifetime(long ticks, int questions)
    {
        await KnowAsync("a", 1);

        _time.Advance(Lifetime + TimeSpan.FromTicks(ticks));
        _ = FindAsync("a");

        _questions.Count.ShouldBe(questions);
    }

    [Fact]
    public async Task Find_WhenTheClockIsSetBack_BelievesItNoLonger()
    {
        await KnowAsync("a", 1);

        _time.SetBack(TimeSpan.FromHours(1));
        _time.Advance(Lifetime);
        _ = FindAsync("a");

        _questions.Count.ShouldBe(2);
    }

    /// <summary>What it says may be as old as the question.</summary>
    [Fact]
    public async Task Find_WhenTheQuestionTakesLongerThanTheLifetime_AsksAnew()
    {
        var early = FindAsync("a");
        _time.Advance(Lifetime);
        var late = FindAsync("a");

        _questions[0].SetResult(1);
        _questions[1].SetResult(2);

        (await early, await late, await FindAsync("a")).ShouldBe((1, 2, 2));
    }

    [Fact]
    public async Task Find_WhenItWasForgotten_AsksAgain()
    {
        await KnowAsync("a", 1);
        await KnowAsync("b", 2);

        _facts.Forget("a");
        await KnowAsync("a", 3);

        (await FindAsync("a"), await FindAsync("b")).ShouldBe((3, 2));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Find_WhenItWasForgottenWhileAsked_KeepsNothingOfThatQuestion(bool forgetsAll, bool oldAnswerComesFirst)
    {
        var before = FindAsync("a");
        if (forgetsAll) _facts.ForgetAll();
        else _facts.Forget("a");
        var after = FindAsync("a");

        (int Question, int Value)[] answers = [(0, 1), (1, 2)];
        foreach (var (question, value) in oldAnswerComesFirst ? answers : answers.Reverse()) _questions[question].SetResult(value);

        (await before, await after, await FindAsync("a")).ShouldBe((1, 2, 2));
        (_questions.Count, _facts.Weight).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Find_WhenItWasForgottenWhileAskedAndNobodyAsksSince_AsksNext()
    {
        var before = FindAsync("a");
        _facts.Forget("a");
        _questions[0].SetResult(1);
        (await before).ShouldBe(1);

        _ = FindAsync("a");

        _questions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Find_WhenTheQuestionFails_TellsAllWhoWaitAndAsksAgain()
    {
        var asking = new[] { FindAsync("a"), FindAsync("a") };
        _questions[0].SetException(new TimeoutException("The disk is slow."));

        foreach (var one in asking) (await Should.ThrowAsync<TimeoutException>(one)).Message.ShouldBe("The disk is slow.");
        _facts.Weight.ShouldBe(0);

        await KnowAsync("a", 1);
    }

    [Fact]
    public async Task Find_WhenTheQuestionCannotEvenBeAsked_Fails()
    {
        var facts = new KnownFacts<string, int>(_ => throw new ObjectDisposedException("scopes"), _ => 1, Room, Lifetime, _time);

        await Should.ThrowAsync<ObjectDisposedException>(facts.FindAsync("a", Token).AsTask());

        facts.Weight.ShouldBe(0);
    }

    [Fact]
    public async Task Find_WhenOneGoesAway_GoesOnForTheOthers()
    {
        using var patience = new CancellationTokenSource();
        var impatient = _facts.FindAsync("a", patience.Token).AsTask();
        var other = FindAsync("a");

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        _questions.ShouldHaveSingleItem().SetResult(5);

        (await other, await FindAsync("a")).ShouldBe((5, 5));
    }

    [Fact]
    public async Task Find_WhenItIsNotWorthRemembering_AsksEachTime()
    {
        await KnowAsync("a", 0);
        await KnowAsync("a", 0);

        _facts.Weight.ShouldBe(0);
    }

    [Fact]
    public async Task Find_WhenThereIsNoRoomLeft_ForgetsAllAndRemembersIt()
    {
        await KnowAsync("a", 4);
        await KnowAsync("b", 6);
        _facts.Weight.ShouldBe(Room);

        await KnowAsync("c", 5);
        _facts.Weight.ShouldBe(5);

        (await FindAsync("c")).ShouldBe(5);
        await KnowAsync("a", 1);
    }

    [Fact]
    public async Task Find_WhenItIsHeavierThanAllThereIs_DoesNotRememberItAndLeavesTheOthers()
    {
        await KnowAsync("a", 1);
        await KnowAsync("big", Room + 1);

        (await FindAsync("a"), _facts.Weight).ShouldBe((1, 1));
        await KnowAsync("big", Room + 1);
    }

    [Fact]
    public void Find_WhenManyQuestionsAreUnderWay_StaysInBounds()
    {
        for (var i = 0; i < 100 * Room; i++) _ = FindAsync($"{i}");

        _facts.Weight.ShouldBeLessThanOrEqualTo(Room);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<int> FindAsync(string key) => _facts.FindAsync(key, Token).AsTask();

    /// <summary>Asks, which must lead to a question, and answers it.</summary>
    private async Task KnowAsync(string key, int value)
    {
        var questions = _questions.Count;
        var asking = FindAsync(key);
        _questions.Count.ShouldBe(questions + 1);
        _questions[^1].SetResult(value);
        (await asking).ShouldBe(value);
    }

    private Task<int> AskAsync(string key)
    {
        var question = new TaskCompletionSource<int>();
        lock (_questions) _questions.Add(question);
        return question.Task;
    }
}
