using Eliza.Application.Idempotency.ForgetAnswers;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Idempotency;

public sealed class StoredAnswerTests
{
    private readonly FakeStoredAnswerRepository _answers = new();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void HasExpired_WhenADayIsOver_IsTrueFromThatMomentOn(long ticks, bool expired)
    {
        var answer = StoredAnswers.GivenAt(Times.Now);

        answer.HasExpired(Times.Now).ShouldBeFalse();
        answer.HasExpired(Times.Now.AddHours(24).AddTicks(ticks)).ShouldBe(expired);
    }

    [Fact]
    public void Replace_WhenExpired_IsTheNewAnswerForADayMore()
    {
        var answer = StoredAnswers.GivenAt(Times.Now.AddDays(-2));
        var id = answer.Id;

        answer.Replace("other", "\"again\"", Times.Now);

        (answer.Id, answer.Fingerprint, answer.Body).ShouldBe((id, "other", "\"again\""));
        (answer.ExpiresAt, answer.HasExpired(Times.Now)).ShouldBe((Times.Now.AddHours(24), false));
    }

    [Fact]
    public async Task Forget_WhenSomeHaveExpired_RemovesTheOldestOfThem()
    {
        foreach (var hours in new[] { -30, -24, -23, -48, 0 }) _answers.Add(StoredAnswers.GivenAt(Times.Now.AddHours(hours), $"{hours}"));

        (await ForgetAsync(2)).ShouldSucceed().ShouldBe(2);
        _answers.Answers.Select(answer => answer.ExpiresAt).ShouldBe([Times.Now, Times.Now.AddHours(1), Times.Now.AddHours(24)]);

        (await ForgetAsync(2)).ShouldSucceed().ShouldBe(1);
        _answers.Answers.ShouldAllBe(answer => !answer.HasExpired(Times.Now));

        (await ForgetAsync(2)).ShouldSucceed().ShouldBe(0);
        _answers.Answers.Count.ShouldBe(2);
    }

    [Fact]
    public void ExpiredAnswers_WhenAnAnswerIsFoundSo_HasExpired()
    {
        foreach (var ticks in new[] { -1L, 0L, 1L })
        {
            var answer = StoredAnswers.GivenAt(Times.Now);
            var now = Times.Now.AddHours(24).AddTicks(ticks);

            new ExpiredAnswers(now, 1).WhereExpressions.ShouldAllBe(criteria => criteria.Compile()(answer) == answer.HasExpired(now));
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void Validate_WhenNothingIsToGo_Refuses(int limit, bool valid) =>
        Failures.Of(new ForgetAnswersCommandValidator(), new ForgetAnswersCommand(limit)).ShouldBe(valid ? [] : ["Limit: Field '{field}' must be 1 or more"]);

    private Task<Result<int>> ForgetAsync(int limit) =>
        new ForgetAnswersCommandHandler(_answers, new ManualTimeProvider()).Handle(new ForgetAnswersCommand(limit), TestContext.Current.CancellationToken);
}
