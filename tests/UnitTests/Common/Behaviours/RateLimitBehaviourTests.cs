using Eliza.Application.Common.Behaviours;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class RateLimitBehaviourTests
{
    private static readonly FakeCaller Ada = new() { Current = Caller.User(Ids.Ada) };

    private int _handled;

    [Fact]
    public async Task Handle_WhileThereAreRequestsLeft_TakesOneAndAsksTheHandler()
    {
        var limiter = new FakeRateLimiter(permits: 2);

        (await HandleAsync(Ada, limiter)).ShouldSucceed().ShouldBe("handled");

        limiter.Left.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenThereAreNone_TellsTheLimitAndAsksNobody()
    {
        var limiter = new FakeRateLimiter(permits: 2);
        await HandleAsync(Ada, limiter);
        await HandleAsync(Ada, limiter);

        var error = (await HandleAsync(Ada, limiter)).ShouldFail("RateLimit.Exceeded");

        _handled.ShouldBe(2);
        error.Kind.ShouldBe(ErrorKind.RateLimited);
        error.Message.ShouldBe("Rate limit exceeded");
        error.Details.ShouldBe("The user limit of 2 requests per minute is used up; Retry-After says in how many seconds to try again");
    }

    [Fact]
    public async Task Handle_WhenTheHandlerFails_HasTakenOneAllTheSame()
    {
        var limiter = new FakeRateLimiter(permits: 2);

        (await HandleAsync(Ada, limiter, Error.Rule("Test.Wrong", "must be right"))).ShouldFail("Test.Wrong");

        limiter.Left.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenTheServerItselfIsAtWork_TakesNothing()
    {
        var limiter = new FakeRateLimiter(permits: 1);

        (await HandleAsync(new FakeCaller(), limiter)).ShouldSucceed();
        (await HandleAsync(new FakeCaller(), limiter)).ShouldSucceed();

        limiter.Left.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenLimitsAreSwitchedOff_AsksTheHandler() => (await HandleAsync(Ada, new FakeRateLimiter(permits: null))).ShouldSucceed();

    [Theory]
    [InlineData(1, 60, "1 request per minute")]
    [InlineData(1000, 3600, "1000 requests per hour")]
    [InlineData(3, 10, "3 requests per 10 seconds")]
    [InlineData(3, 0.5, "3 requests per 0.5 seconds")]
    public void Exceeded_OfAnyLimit_TellsItInWords(int permits, double seconds, string words) =>
        RateLimitErrors.Exceeded(new RateLimit("address", "x", permits, TimeSpan.FromSeconds(seconds))).Details.ShouldStartWith($"The address limit of {words} is used up");

    private Task<Result<string>> HandleAsync(FakeCaller caller, FakeRateLimiter limiter, Error? error = null) =>
        new RateLimitBehaviour<TestCommand, Result<string>>(caller, limiter).Handle(
            new TestCommand(),
            TestContext.Current.CancellationToken,
            () =>
            {
                _handled++;
                return Task.FromResult(error is null ? "handled" : Result<string>.Failure(error));
            });
}
