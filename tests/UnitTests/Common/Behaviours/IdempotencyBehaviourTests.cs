using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class IdempotencyBehaviourTests
{
    private readonly RepeatedRequests _requests = new();

    [Fact]
    public async Task Handle_WhenThereIsNoKey_RunsEachTimeAndStoresNothing()
    {
        _requests.Key = null;

        await ShouldRunAsync("run 1");
        await ShouldRunAsync("run 2");

        _requests.Answers.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenThereIsNoCaller_RunsEachTimeAndStoresNothing()
    {
        _requests.Caller = null;

        await ShouldRunAsync("run 1");
        await ShouldRunAsync("run 2");

        _requests.Answers.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenFirst_StoresTheAnswerForADay()
    {
        await ShouldRunAsync("run 1");

        var answer = _requests.Answers.Answers.ShouldHaveSingleItem();
        answer.Id.ShouldBe(AnswerId.Of($"{Callers.Ada.Id} {(int)Callers.Ada.Scopes}", nameof(RepeatableCommand), IdempotencyKey.Create("key").Value));
        answer.Body.ShouldBe("\"run 1\"");
        answer.Fingerprint.ShouldMatch("^[0-9a-f]{64}$");
        answer.ExpiresAt.ShouldBe(Times.Now.AddHours(24));
    }

    [Fact]
    public async Task Handle_WhenRepeated_AnswersTheSameWithoutRunning()
    {
        await ShouldRunAsync("run 1");

        for (var time = 0; time < 3; time++) await ShouldReplayAsync("run 1");

        _requests.Runs.ShouldBe(1);
        _requests.Answers.Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Handle_WhenTheContentsDiffer_IsAMismatchAndDoesNotRun()
    {
        await ShouldRunAsync("run 1");

        (await _requests.SendAsync(new RepeatableCommand("other"))).ShouldFail("Idempotency.OtherRequest").Kind.ShouldBe(ErrorKind.IdempotencyMismatch);

        (_requests.Runs, _requests.WasReplayed).ShouldBe((1, false));
        await ShouldReplayAsync("run 1");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task Handle_WhenADayHasPassed_RunsAgainAndReplacesTheAnswer(long ticks, bool replays)
    {
        await ShouldRunAsync("run 1");
        _requests.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromTicks(ticks));

        if (replays)
        {
            await ShouldReplayAsync("run 1");
            return;
        }
        (await _requests.SendAsync(new RepeatableCommand("other"))).ShouldSucceed().ShouldBe("run 2");
        var answer = _requests.Answers.Answers.ShouldHaveSingleItem();
        (answer.HasExpired(_requests.Time.GetUtcNow()), answer.ExpiresAt).ShouldBe((false, Times.Now.AddHours(48)));
        (await _requests.SendAsync(new RepeatableCommand("other"))).ShouldSucceed().ShouldBe("run 2");
        (await _requests.SendAsync(new RepeatableCommand())).ShouldFail("Idempotency.OtherRequest");
    }

    [Fact]
    public async Task Handle_WhenTheCallerTheCommandOrTheKeyIsAnother_IsAnotherRequest()
    {
        await ShouldRunAsync("run 1");

        (await _requests.SendAsync(new OtherRepeatableCommand())).ShouldSucceed().ShouldBe("run 2");
        _requests.Key = "KEY";
        await ShouldRunAsync("run 3");
        _requests.Key = "key";
        _requests.Caller = Callers.Bob;
        await ShouldRunAsync("run 4");
        _requests.Caller = Caller.Agent(Callers.KeyId, "ada's namesake", Ids.Ada, Scopes.MessagesWrite);
        await ShouldRunAsync("run 5");

        _requests.Answers.Answers.Count.ShouldBe(5);
    }

    private async Task ShouldRunAsync(string answer)
    {
        (await _requests.SendAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe(answer);
        _requests.WasReplayed.ShouldBeFalse();
    }

    private async Task ShouldReplayAsync(string answer)
    {
        (await _requests.SendAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe(answer);
        _requests.WasReplayed.ShouldBeTrue();
    }
}
