using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

/// <summary>What becomes of a run that its agent answers, completes or holds by itself.</summary>
public sealed class AgentRunAnswerTests
{
    private static readonly DateTimeOffset Later = Times.Now.AddSeconds(5);

    [Fact]
    public void AnswerBy_WhenHeld_NotesTheFirstReplyAndStaysOpen()
    {
        var run = Fetched();

        run.AnswerBy(Ids.OtherMessage, Later);
        run.AnswerBy(Ids.Message, Later);

        (run.Status, run.ReplyId, run.Lease).ShouldBe((AgentRunStatus.Running, Ids.OtherMessage, Ids.Lease));
        run.DomainEvents.OfType<RunEnded>().ShouldBeEmpty();
    }

    [Fact]
    public void AnswerBy_WhenEnded_ChangesNothing()
    {
        var run = Fetched();
        run.Ignore(Ids.Lease, Later).ShouldSucceed();

        run.AnswerBy(Ids.OtherMessage, Later);

        (run.Status, run.ReplyId).ShouldBe((AgentRunStatus.Ignored, null));
    }

    [Fact]
    public void Claim_WhenItWasAnswered_CompletesItInstead()
    {
        var run = Fetched();
        run.Fail(Ids.Lease, "No luck", Times.Now).ShouldSucceed();
        run.AnswerBy(Ids.OtherMessage, Later);

        run.Claim(Ids.OtherLease, Later, AgentRunBuilder.LeaseTime);

        (run.Status, run.ReplyId, run.Lease, run.Attempts, run.LastError).ShouldBe((AgentRunStatus.Completed, Ids.OtherMessage, null, 1, null));
        run.DomainEvents.OfType<RunEnded>().Count().ShouldBe(1);
    }

    [Fact]
    public void Ignore_WhenItWasAnswered_IsComplete()
    {
        var run = Fetched();
        run.AnswerBy(Ids.OtherMessage, Later);

        run.Ignore(Ids.Lease, Later).ShouldSucceed().Status.ShouldBe(AgentRunStatus.Completed);
    }

    [Fact]
    public void Claim_WhenAFetchedRunsAttemptsAreUsedUp_SaysSo()
    {
        var run = AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, isFetched: true);
        while (run.IsOpen) run.Claim(Ids.Lease, run.DueAt, AgentRunBuilder.LeaseTime);

        (run.Status, run.Attempts, run.LastError).ShouldBe((AgentRunStatus.Failed, 6, "The agent did not complete it in any attempt"));
    }

    [Fact]
    public void Conclude_WhenOpen_EndsItWhoeverHoldsIt()
    {
        foreach (var run in new[] { Fetched(), new AgentRunBuilder().Build(), AgentRunBuilder.Claimed() })
        {
            run.Conclude(Ids.OtherMessage, Later);
            run.Conclude(Ids.Message, Later.AddSeconds(1));

            (run.Status, run.ReplyId, run.EndedAt, run.Lease).ShouldBe((AgentRunStatus.Completed, Ids.OtherMessage, Later, null));
            run.DomainEvents.OfType<RunEnded>().Count().ShouldBe(1);
            run.Complete(Ids.Lease, Ids.Message, Later).ShouldFail("AgentRun.LeaseLost");
        }
    }

    [Fact]
    public void Conclude_WhenAReplyWasNoted_KeepsToIt()
    {
        var run = Fetched();
        run.AnswerBy(Ids.OtherMessage, Later);

        run.Conclude(Ids.Message, Later);

        run.ReplyId.ShouldBe(Ids.OtherMessage);
    }

    [Fact]
    public void GiveUp_WhenOpen_EndsItWithTheReason()
    {
        var run = Fetched();

        run.GiveUp(new string('x', AgentRun.MaxErrorLength + 1), Later);
        run.GiveUp("Again", Later.AddSeconds(1));

        (run.Status, run.LastError!.Length, run.EndedAt).ShouldBe((AgentRunStatus.Failed, AgentRun.MaxErrorLength, Later));
        run.DomainEvents.OfType<RunEnded>().Count().ShouldBe(1);
    }

    [Fact]
    public void Extend_WhenHeld_HoldsItFromNowOn()
    {
        var run = Fetched();

        run.Extend(Ids.Lease, Later.AddHours(1)).ShouldSucceed();

        (run.DueAt, run.Lease, run.Attempts).ShouldBe((Later.AddHours(1), Ids.Lease, 1));
        run.Extend(Ids.OtherLease, Later.AddHours(1)).ShouldFail("AgentRun.LeaseLost");
    }

    [Fact]
    public void Abandon_WhenTheAgentFetchedIt_LeavesItToTheAgent()
    {
        var run = Fetched();

        run.Abandon(Later);

        (run.Status, run.Lease).ShouldBe((AgentRunStatus.Running, Ids.Lease));
    }

    [Fact]
    public void PullForward_WhenTheAgentHoldsItForAnHour_LeavesItAndCutsWhatIsLonger()
    {
        var run = Fetched();
        run.Extend(Ids.Lease, Later + AgentRun.LongestFetchedLease).ShouldSucceed();

        run.PullForward(Later, AgentRunBuilder.LeaseTime);
        run.DueAt.ShouldBe(Later + AgentRun.LongestFetchedLease);
        run.PullForward(Times.Now, AgentRunBuilder.LeaseTime);

        run.DueAt.ShouldBe(Times.Now + AgentRun.LongestFetchedLease);
    }

    private static AgentRun Fetched()
    {
        var run = AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, isFetched: true);
        run.Claim(Ids.Lease, Times.Now, AgentRunBuilder.LeaseTime);
        return run;
    }
}
