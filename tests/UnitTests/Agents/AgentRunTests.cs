using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class AgentRunTests
{
    private const int MaxAttempts = 6;

    private static readonly DateTimeOffset Later = Times.Now.AddSeconds(5);

    public static TheoryData<string> Endings => ["complete", "ignore", "fail", "release"];

    [Fact]
    public void Queue_WhenQueued_IsPendingAndDueAtOnce()
    {
        var run = new AgentRunBuilder().Build();

        (run.Status, run.Attempts, run.Lease, run.DueAt, run.IsOpen).ShouldBe((AgentRunStatus.Pending, 0, null, Times.Now, true));
        (run.AgentId, run.ChannelId, run.MessageId, run.CreatedAt, run.EndedAt).ShouldBe((Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, null));
        run.DomainEvents.ShouldBe([new RunQueued(run.Id, Ids.Eliza, Ids.Channel)]);
    }

    [Fact]
    public void Claim_WhenDue_IsHeldUntilTheLeaseEnds()
    {
        var run = new AgentRunBuilder().Build();

        run.Claim(Ids.Lease, Later, AgentRunBuilder.LeaseTime);

        (run.Status, run.Attempts, run.Lease, run.DueAt, run.IsOpen)
            .ShouldBe((AgentRunStatus.Running, 1, Ids.Lease, Later + AgentRunBuilder.LeaseTime, true));
    }

    [Fact]
    public void Claim_WhenNotDue_Throws()
    {
        var pending = new AgentRunBuilder().Build();
        var held = AgentRunBuilder.Claimed();

        Should.Throw<InvalidOperationException>(() => pending.Claim(Ids.Lease, Times.Now.AddTicks(-1), AgentRunBuilder.LeaseTime));
        Should.Throw<InvalidOperationException>(() => held.Claim(Ids.OtherLease, held.DueAt.AddTicks(-1), AgentRunBuilder.LeaseTime));
        (held.Lease, held.Attempts).ShouldBe((Ids.Lease, 1));
    }

    [Fact]
    public void Claim_WhenTheLeaseHasEnded_TakesTheRunOver()
    {
        var run = AgentRunBuilder.Claimed();

        run.Claim(Ids.OtherLease, run.DueAt, AgentRunBuilder.LeaseTime);

        (run.Status, run.Attempts, run.Lease).ShouldBe((AgentRunStatus.Running, 2, Ids.OtherLease));
        run.Complete(Ids.Lease, Ids.OtherMessage, Later).ShouldFail("AgentRun.LeaseLost");
    }

    [Fact]
    public void Claim_WhenEveryAttemptEndedWithItsLease_EndsFailedWithAReason()
    {
        var run = new AgentRunBuilder { Attempts = MaxAttempts }.Build();
        var overdue = run.DueAt;

        run.Claim(Ids.OtherLease, overdue, AgentRunBuilder.LeaseTime);

        (run.Status, run.Attempts, run.Lease, run.EndedAt, run.LastError)
            .ShouldBe((AgentRunStatus.Failed, MaxAttempts, null, overdue, "The server stopped during every attempt"));
        run.DomainEvents[^1].ShouldBe(new RunEnded(run.Id, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Failed));
    }

    [Fact]
    public void Claim_WhenTheLastLeaseEndedAfterFailures_KeepsTheirReason()
    {
        var run = AgentRunBuilder.Claimed();
        run.Fail(Ids.Lease, "No luck", Times.Now).ShouldSucceed();
        while (run.Attempts < MaxAttempts) run.Claim(Ids.Lease, run.DueAt, AgentRunBuilder.LeaseTime);

        run.Claim(Ids.Lease, run.DueAt, AgentRunBuilder.LeaseTime);

        (run.Status, run.LastError).ShouldBe((AgentRunStatus.Failed, "No luck"));
    }

    [Fact]
    public void Complete_WhenHeld_EndsWithTheReply()
    {
        var run = AgentRunBuilder.Claimed();

        run.Complete(Ids.Lease, Ids.OtherMessage, Later).ShouldSucceed();

        (run.Status, run.ReplyId, run.EndedAt, run.Lease, run.IsOpen).ShouldBe((AgentRunStatus.Completed, Ids.OtherMessage, Later, null, false));
        run.DomainEvents[^1].ShouldBe(new RunEnded(run.Id, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Completed));
    }

    [Fact]
    public void Complete_WhenAnEarlierAttemptFailed_ForgetsItsReason()
    {
        var run = AgentRunBuilder.Claimed();
        run.Fail(Ids.Lease, "No luck", Times.Now).ShouldSucceed();
        run.Claim(Ids.OtherLease, run.DueAt, AgentRunBuilder.LeaseTime);

        run.Complete(Ids.OtherLease, Ids.OtherMessage, Later).ShouldSucceed();

        run.LastError.ShouldBeNull();
    }

    [Fact]
    public void Ignore_WhenHeld_EndsWithoutAReply()
    {
        var run = AgentRunBuilder.Claimed();

        run.Ignore(Ids.Lease, Later).ShouldSucceed();

        (run.Status, run.ReplyId, run.EndedAt, run.Lease).ShouldBe((AgentRunStatus.Ignored, null, Later, null));
        run.DomainEvents[^1].ShouldBe(new RunEnded(run.Id, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Ignored));
    }

    [Fact]
    public void Fail_WhenTriedAgainAndAgain_WaitsLongerEachTimeAndEndsOnTheSixth()
    {
        var run = new AgentRunBuilder().Build();

        foreach (var pause in new[] { 1, 2, 4, 8, 16 })
        {
            var now = run.DueAt;
            run.Claim(Ids.Lease, now, AgentRunBuilder.LeaseTime);
            run.Fail(Ids.Lease, "No luck", now).ShouldSucceed();
            (run.Status, run.Lease, run.DueAt - now, run.LastError).ShouldBe((AgentRunStatus.Pending, null, TimeSpan.FromSeconds(pause), "No luck"));
            run.DomainEvents.OfType<RunEnded>().ShouldBeEmpty();
        }
        var last = run.DueAt;
        run.Claim(Ids.Lease, last, AgentRunBuilder.LeaseTime);
        run.Fail(Ids.Lease, "At last", last).ShouldSucceed();

        (run.Status, run.Attempts, run.EndedAt, run.LastError).ShouldBe((AgentRunStatus.Failed, MaxAttempts, last, "At last"));
        run.DomainEvents[^1].ShouldBe(new RunEnded(run.Id, Ids.Eliza, Ids.Channel, Ids.Message, AgentRunStatus.Failed));
    }

    [Fact]
    public void Fail_WhenTheReasonIsLong_KeepsItsBeginning()
    {
        var run = AgentRunBuilder.Claimed();

        run.Fail(Ids.Lease, new string('x', AgentRun.MaxErrorLength + 1), Times.Now).ShouldSucceed();

        run.LastError.ShouldBe(new string('x', AgentRun.MaxErrorLength));
    }

    [Fact]
    public void Release_WhenHeld_GivesTheAttemptBackAndIsDueAtOnce()
    {
        var run = new AgentRunBuilder { Attempts = MaxAttempts }.Build();

        run.Release(Ids.Lease, Later).ShouldSucceed();

        (run.Status, run.Attempts, run.Lease, run.DueAt, run.LastError).ShouldBe((AgentRunStatus.Pending, MaxAttempts - 1, null, Later, null));
        run.DomainEvents.OfType<RunEnded>().ShouldBeEmpty();
    }

    [Fact]
    public void Abandon_WhenRunning_IsDueAtOnceAndKeepsTheAttempt()
    {
        var run = AgentRunBuilder.Claimed();

        run.Abandon(Later);

        (run.Status, run.Attempts, run.Lease, run.DueAt).ShouldBe((AgentRunStatus.Pending, 1, null, Later));
    }

    [Fact]
    public void Abandon_WhenPendingOrEnded_ChangesNothing()
    {
        var pending = new AgentRunBuilder().Build();
        var ended = AgentRunBuilder.Claimed();
        ended.Ignore(Ids.Lease, Times.Now).ShouldSucceed();

        pending.Abandon(Later);
        ended.Abandon(Later);

        (pending.Status, pending.DueAt).ShouldBe((AgentRunStatus.Pending, Times.Now));
        ended.Status.ShouldBe(AgentRunStatus.Ignored);
    }

    [Fact]
    public void Extend_WhenHeld_MovesTheEndOfTheLeaseAlone()
    {
        var run = AgentRunBuilder.Claimed();

        run.Extend(Ids.Lease, Later).ShouldSucceed();

        (run.Status, run.Attempts, run.Lease, run.DueAt).ShouldBe((AgentRunStatus.Running, 1, Ids.Lease, Later));
    }

    [Fact]
    public void Defer_WhenHeld_LeavesTheRunOpenInNobodysHands()
    {
        var run = AgentRunBuilder.Claimed();

        run.Defer(Ids.Lease, Times.Now, Later - Times.Now).ShouldSucceed();

        (run.Status, run.Attempts, run.Lease, run.DueAt).ShouldBe((AgentRunStatus.Running, 1, null, Later));
        (run.IsOpen, run.IsDeferred).ShouldBe((true, true));
        run.Complete(Ids.Lease, Ids.OtherMessage, Later).ShouldFail("AgentRun.LeaseLost");
        run.Abandon(Later.AddHours(-1));
        run.DueAt.ShouldBe(Later, "its agent works on it, not the dispatcher that is gone");
    }

    [Fact]
    public void Claim_WhenThePromisedAnswerDidNotCome_IsTheNextAttemptUntilTheyAreUsedUp()
    {
        var run = new AgentRunBuilder { Attempts = 5 }.Build();
        run.Defer(Ids.Lease, Times.Now, Later - Times.Now).ShouldSucceed();

        Should.Throw<InvalidOperationException>(() => run.Claim(Ids.OtherLease, Later.AddTicks(-1), AgentRunBuilder.LeaseTime));
        run.Claim(Ids.OtherLease, Later, AgentRunBuilder.LeaseTime);
        (run.Attempts, run.Lease, run.LastError).ShouldBe((6, Ids.OtherLease, "The answer that the agent promised did not come in time"));

        run.Defer(Ids.OtherLease, Later, TimeSpan.FromMinutes(1)).ShouldSucceed();
        run.Claim(Ids.Lease, Later.AddMinutes(1), AgentRunBuilder.LeaseTime);
        (run.Status, run.LastError).ShouldBe((AgentRunStatus.Failed, "The answer that the agent promised did not come in time"));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void End_WhenHeldByAnother_IsAConflictAndChangesNothing(string ending)
    {
        var run = AgentRunBuilder.Claimed();

        var error = End(run, ending, Ids.OtherLease).ShouldFail("AgentRun.LeaseLost");

        error.Kind.ShouldBe(ErrorKind.Conflict);
        (run.Status, run.Attempts, run.Lease, run.LastError, run.ReplyId).ShouldBe((AgentRunStatus.Running, 1, Ids.Lease, null, null));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void End_WhenHeldByNobody_IsAConflict(string ending)
    {
        var pending = new AgentRunBuilder().Build();
        var ended = AgentRunBuilder.Claimed();
        ended.Complete(Ids.Lease, Ids.OtherMessage, Times.Now).ShouldSucceed();

        End(pending, ending, Ids.Lease).ShouldFail("AgentRun.LeaseLost");
        End(ended, ending, Ids.Lease).ShouldFail("AgentRun.LeaseLost");

        ended.Status.ShouldBe(AgentRunStatus.Completed);
    }

    private static Result<AgentRun> End(AgentRun run, string ending, Guid lease) => ending switch
    {
        "complete" => run.Complete(lease, Ids.OtherMessage, Later),
        "ignore" => run.Ignore(lease, Later),
        "fail" => run.Fail(lease, "No luck", Later),
        "release" => run.Release(lease, Later),
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Unknown ending."),
    };
}
