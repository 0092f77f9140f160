using Eliza.Application.Agents;
using Eliza.Application.Agents.AbandonRuns;
using Eliza.Application.Agents.ClaimNextRuns;
using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Agents.DeferRun;
using Eliza.Application.Agents.ExtendLease;
using Eliza.Application.Agents.FailRun;
using Eliza.Application.Agents.PullRunsForward;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunCommandsTests
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    private readonly FakeAgentRunRepository _runs = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Claim_WhenRunsAreDue_TakesEachUnderALeaseOfItsOwn()
    {
        _runs.Add(new AgentRunBuilder().Build());
        _runs.Add(new AgentRunBuilder().Build());

        var claimed = (await ClaimAsync()).ShouldSucceed();

        claimed.Select(run => (run.Id, run.Conversation.AgentId, (Guid?)run.Lease)).ShouldBe(_runs.Runs.Select(run => (run.Id, Ids.Eliza, run.Lease)));
        claimed.Select(run => run.Lease).ShouldBeUnique();
        _runs.Runs.ShouldAllBe(run => run.DueAt == Times.Now + LeaseTime);
    }

    [Fact]
    public async Task Claim_WhenARunsAttemptsAreUsedUp_EndsItAndClaimsTheOthers()
    {
        _runs.Add(new AgentRunBuilder { Attempts = 6, ClaimedAt = Times.Now - AgentRunBuilder.LeaseTime }.Build());
        _runs.Add(new AgentRunBuilder().Build());

        (await ClaimAsync()).ShouldSucceed().ShouldHaveSingleItem().Id.ShouldBe(_runs.Runs[1].Id);

        _runs.Runs[0].Status.ShouldBe(AgentRunStatus.Failed);
    }

    [Fact]
    public async Task ClaimNext_OfConversations_TakesTheirOldestRunsThatAreDue()
    {
        var oldest = new AgentRunBuilder().Build();
        _runs.Add(oldest);
        _runs.Add(new AgentRunBuilder().Build());
        var handler = new ClaimNextRunsCommandHandler(_runs, _time);
        var command = new ClaimNextRunsCommand([oldest.Conversation, new Conversation(Ids.Eliza, Ids.OtherChannel)], LeaseTime);

        (await handler.Handle(command, Token)).ShouldSucceed().ShouldHaveSingleItem().Id.ShouldBe(oldest.Id);
        (await handler.Handle(command, Token)).ShouldSucceed().ShouldBeEmpty("the next one waits until the oldest is done");
    }

    [Fact]
    public async Task PullForward_WhenTheClockWasSetBack_BringsBackWhatNoPauseOrLeaseReaches()
    {
        var waiting = new AgentRunBuilder { ClaimedAt = Times.Now.AddHours(1) }.Build();
        var held = new AgentRunBuilder { ClaimedAt = Times.Now.AddHours(1), Attempts = 1 }.Build();
        var pausing = new AgentRunBuilder { ClaimedAt = Times.Now + AgentRun.LongestPause }.Build();
        foreach (var run in new[] { waiting, held, pausing }) _runs.Add(run);
        var leaseTime = AgentRunBuilder.LeaseTime;
        var handler = new PullRunsForwardCommandHandler(_runs, _time);

        (await handler.Handle(new PullRunsForwardCommand(leaseTime, 10), Token)).ShouldSucceed().ShouldBe(2);
        (await handler.Handle(new PullRunsForwardCommand(leaseTime, 10), Token)).ShouldSucceed().ShouldBe(0);

        waiting.DueAt.ShouldBe(Times.Now);
        (held.DueAt, held.Lease).ShouldBe((Times.Now + leaseTime, Ids.Lease));
        pausing.DueAt.ShouldBe(Times.Now + AgentRun.LongestPause);
    }

    [Theory]
    [InlineData(17, 1, true)]
    [InlineData(16, 1, false)]
    [InlineData(17, 0, false)]
    public void ValidatePullForward_WhenALeaseOutlastsThePauses_IsValid(int seconds, int limit, bool valid) =>
        new PullRunsForwardCommandValidator().Validate(new PullRunsForwardCommand(TimeSpan.FromSeconds(seconds), limit)).IsValid.ShouldBe(valid);

    [Fact]
    public async Task Fail_WhenHeld_WaitsForTheNextAttempt()
    {
        var run = AgentRunBuilder.Claimed();
        _runs.Add(run);
        var handler = new FailRunCommandHandler(_runs, _time);

        (await handler.Handle(new FailRunCommand(run.Id, Ids.OtherLease, "No luck"), Token)).ShouldFail("AgentRun.LeaseLost");
        (await handler.Handle(new FailRunCommand(run.Id, Ids.Lease, "No luck"), Token)).ShouldSucceed().ShouldBe(AgentRunStatus.Pending);

        (run.LastError, run.DueAt).ShouldBe(("No luck", Times.Now.AddSeconds(1)));
    }

    [Fact]
    public async Task Release_WhenHeld_IsDueAtOnce()
    {
        var run = AgentRunBuilder.Claimed();
        _runs.Add(run);
        var handler = new ReleaseRunCommandHandler(_runs, _time);

        (await handler.Handle(new ReleaseRunCommand(run.Id, Ids.OtherLease), Token)).ShouldFail("AgentRun.LeaseLost");
        (await handler.Handle(new ReleaseRunCommand(run.Id, Ids.Lease), Token)).ShouldSucceed().ShouldBe(AgentRunStatus.Pending);

        run.Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Extend_WhenHeld_IsDueLater()
    {
        var run = AgentRunBuilder.Claimed();
        _runs.Add(run);
        var handler = new ExtendLeaseCommandHandler(_runs, _time);

        (await handler.Handle(new ExtendLeaseCommand(run.Id, Ids.OtherLease, TimeSpan.FromHours(1)), Token)).ShouldFail("AgentRun.LeaseLost");
        (await handler.Handle(new ExtendLeaseCommand(run.Id, Ids.Lease, TimeSpan.FromHours(1)), Token)).ShouldSucceed().ShouldBe(AgentRunStatus.Running);

        (run.Lease, run.DueAt).ShouldBe((Ids.Lease, Times.Now.AddHours(1)));
    }

    [Fact]
    public async Task Defer_WhenHeld_WaitsForTheAgentAndIsNotAbandonedMeanwhile()
    {
        var run = AgentRunBuilder.Claimed();
        _runs.Add(run);
        var handler = new DeferRunCommandHandler(_runs, _time);

        (await handler.Handle(new DeferRunCommand(run.Id, Ids.OtherLease, TimeSpan.FromMinutes(5)), Token)).ShouldFail("AgentRun.LeaseLost");
        (await handler.Handle(new DeferRunCommand(run.Id, Ids.Lease, TimeSpan.FromMinutes(5)), Token)).ShouldSucceed().ShouldBe(AgentRunStatus.Running);

        (run.IsDeferred, run.DueAt).ShouldBe((true, Times.Now.AddMinutes(5)));
        (await new AbandonRunsCommandHandler(_runs, _time).Handle(new AbandonRunsCommand(10), Token)).ShouldSucceed().ShouldBe(0);
        (await new ClaimNextRunsCommandHandler(_runs, _time).Handle(new ClaimNextRunsCommand([run.Conversation], LeaseTime), Token)).ShouldSucceed().ShouldBeEmpty();
    }

    [Fact]
    public void ValidateExtendAndDefer_WhenTheTimeIsLongerThanNothing_AreValid()
    {
        foreach (var (time, valid) in new[] { (TimeSpan.FromSeconds(1), true), (TimeSpan.Zero, false), (TimeSpan.FromSeconds(-1), false) })
        {
            new ExtendLeaseCommandValidator().Validate(new ExtendLeaseCommand(default, Ids.Lease, time)).IsValid.ShouldBe(valid);
            new DeferRunCommandValidator().Validate(new DeferRunCommand(default, Ids.Lease, time)).IsValid.ShouldBe(valid);
        }
    }

    [Fact]
    public async Task Outcomes_WhenThereIsNoSuchRun_AreNotFound()
    {
        var id = AgentRunBuilder.Claimed().Id;

        (await new FailRunCommandHandler(_runs, _time).Handle(new FailRunCommand(id, Ids.Lease, "No luck"), Token)).ShouldFail("AgentRun.NotFound");
        (await new ReleaseRunCommandHandler(_runs, _time).Handle(new ReleaseRunCommand(id, Ids.Lease), Token)).ShouldFail("AgentRun.NotFound");
        (await new ExtendLeaseCommandHandler(_runs, _time).Handle(new ExtendLeaseCommand(id, Ids.Lease, LeaseTime), Token)).ShouldFail("AgentRun.NotFound");
        (await new DeferRunCommandHandler(_runs, _time).Handle(new DeferRunCommand(id, Ids.Lease, LeaseTime), Token)).ShouldFail("AgentRun.NotFound");
    }

    [Fact]
    public async Task Abandon_WhenMoreAreRunningThanTheLimit_AbandonsThatMany()
    {
        for (var run = 0; run < 3; run++) _runs.Add(AgentRunBuilder.Claimed());
        _runs.Add(new AgentRunBuilder().Build());
        var handler = new AbandonRunsCommandHandler(_runs, _time);

        (await handler.Handle(new AbandonRunsCommand(2), Token)).ShouldSucceed().ShouldBe(2);
        (await handler.Handle(new AbandonRunsCommand(2), Token)).ShouldSucceed().ShouldBe(1);

        _runs.Runs.ShouldAllBe(run => run.Status == AgentRunStatus.Pending);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, -1, false)]
    public void Validate_WhenLimitAndLeaseTimeArePositive_IsValid(int limit, int seconds, bool valid) =>
        new ClaimRunsCommandValidator().Validate(new ClaimRunsCommand([], limit, TimeSpan.FromSeconds(seconds))).IsValid.ShouldBe(valid);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Result<IReadOnlyList<ClaimedRun>>> ClaimAsync() =>
        new ClaimRunsCommandHandler(_runs, _time).Handle(new ClaimRunsCommand([], 10, LeaseTime), Token);
}
