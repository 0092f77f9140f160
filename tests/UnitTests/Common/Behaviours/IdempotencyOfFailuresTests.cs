using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>A failure is no answer to keep, but it may come of the very request that succeeded a moment ago.</summary>
public sealed class IdempotencyOfFailuresTests
{
    private static readonly Error Taken = new("Test.Taken", ErrorKind.Conflict, "It is taken", "Somebody has it already");

    private readonly RepeatedRequests _requests = new();

    [Fact]
    public async Task Handle_WhenItFails_StoresNothingAndBurnsNoKey()
    {
        (await _requests.SendAsync<RepeatableCommand, string>(new RepeatableCommand(), () => Taken)).Error.ShouldBe(Taken);

        _requests.WasReplayed.ShouldBeFalse();
        _requests.Answers.Answers.ShouldBeEmpty();
        (await _requests.SendAsync(new RepeatableCommand("put right"))).ShouldSucceed().ShouldBe("run 2");
    }

    [Fact]
    public async Task Handle_WhenItFailsBecauseItsTwinWasFaster_AnswersAsTheTwin()
    {
        (await FailBehindATwinAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe("twin");

        _requests.WasReplayed.ShouldBeTrue();
        _requests.Answers.Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Handle_WhenItFailsBehindAnotherRequestOfTheKey_IsAMismatch()
    {
        (await FailBehindATwinAsync(new RepeatableCommand("other"))).ShouldFail("Idempotency.OtherRequest");

        _requests.WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Handle_WhenItFailsBehindAnExpiredAnswer_IsTheFailure()
    {
        (await _requests.SendAsync(new RepeatableCommand())).ShouldSucceed();
        _requests.Time.Advance(TimeSpan.FromHours(24));

        (await _requests.SendAsync<RepeatableCommand, string>(new RepeatableCommand(), () => Taken)).Error.ShouldBe(Taken);
    }

    /// <summary>While the handler runs, the answer of a request with the same key and the usual contents is stored.</summary>
    private Task<Result<string>> FailBehindATwinAsync(RepeatableCommand command)
    {
        var twin = new RepeatedRequests();
        return _requests.SendAsync<RepeatableCommand, string>(command, () =>
        {
            twin.SendAsync<RepeatableCommand, string>(new RepeatableCommand(), () => "twin").IsCompletedSuccessfully.ShouldBeTrue();
            _requests.Answers.Answers.AddRange(twin.Answers.Answers);
            return Taken;
        });
    }
}
