using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents;

/// <summary>Whatever happens to a run, in whatever order, it is in a state that makes sense.</summary>
public sealed class AgentRunLifeTests
{
    private enum Step
    {
        Claim,
        Complete,
        Ignore,
        Fail,
        Release,
        Extend,
        Defer,
        Abandon,
        UseOldLease,
        WaitABit,
        WaitForTheLease,
    }

    /// <summary>Claims and failures more often than endings, so that lives are long.</summary>
    private static readonly Arbitrary<List<Step>> Lives = Gen.Frequency(
        (6, Gen.Constant(Step.Claim)), (4, Gen.Constant(Step.Fail)), (3, Gen.Constant(Step.WaitForTheLease)), (2, Gen.Constant(Step.WaitABit)),
        (2, Gen.Constant(Step.Release)), (1, Gen.Constant(Step.Abandon)), (1, Gen.Constant(Step.Extend)), (2, Gen.Constant(Step.Defer)), (2, Gen.Constant(Step.UseOldLease)),
        (1, Gen.Constant(Step.Complete)), (1, Gen.Constant(Step.Ignore))).ListOf(40).ToArbitrary();

    [Fact]
    public void AnySteps_WhenTakenInAnyOrder_LeaveAPossibleState() => Prop.ForAll(Lives, steps =>
    {
        var life = new Life();
        foreach (var step in steps) life.Take(step);
    }).QuickCheckThrowOnFailure();

    private sealed class Life
    {
        private readonly AgentRun _run = new AgentRunBuilder().Build();
        private DateTimeOffset _now = Times.Now;
        private Guid _lease = Ids.Lease;
        private Guid _oldLease = Ids.OtherLease;
        private int _claims;

        public void Take(Step step)
        {
            var (status, wasOpen) = (_run.Status, _run.IsOpen);
            Apply(step);

            _run.Attempts.ShouldBeInRange(0, 6);
            (_run.Lease is not null || _run.IsDeferred).ShouldBe(_run.Status is AgentRunStatus.Running);
            (_run.EndedAt is not null).ShouldBe(!_run.IsOpen);
            (_run.ReplyId is not null).ShouldBe(_run.Status is AgentRunStatus.Completed);
            if (_run.Status is AgentRunStatus.Failed) (_run.Attempts, _run.LastError).ShouldSatisfyAllConditions(
                end => end.Attempts.ShouldBe(6), end => end.LastError.ShouldNotBeNullOrEmpty());
            if (!wasOpen) _run.Status.ShouldBe(status);
            if (_run.Status is AgentRunStatus.Pending) _run.DueAt.ShouldBeLessThanOrEqualTo(_now.AddSeconds(16));
            _run.DomainEvents.OfType<RunEnded>().Count().ShouldBe(_run.IsOpen ? 0 : 1);
        }

        private void Apply(Step step)
        {
            switch (step)
            {
                case Step.Claim: Claim(); break;
                case Step.Complete: _run.Complete(_lease, Ids.OtherMessage, _now); break;
                case Step.Ignore: _run.Ignore(_lease, _now); break;
                case Step.Fail: _run.Fail(_lease, "No luck", _now); break;
                case Step.Release: _run.Release(_lease, _now); break;
                case Step.Extend: _run.Extend(_lease, _now + AgentRunBuilder.LeaseTime); break;
                case Step.Defer: _run.Defer(_lease, _now, AgentRunBuilder.LeaseTime); break;
                case Step.Abandon: _run.Abandon(_now); break;
                case Step.UseOldLease: UseOldLease(); break;
                case Step.WaitABit: _now += TimeSpan.FromSeconds(3); break;
                case Step.WaitForTheLease: _now += AgentRunBuilder.LeaseTime; break;
            }
        }

        private void Claim()
        {
            if (!_run.IsOpen || _run.DueAt > _now)
            {
                Should.Throw<InvalidOperationException>(() => _run.Claim(_lease, _now, AgentRunBuilder.LeaseTime));
                return;
            }
            (_oldLease, _lease) = (_lease, new Guid(++_claims, 0, 0, new byte[8]));
            _run.Claim(_lease, _now, AgentRunBuilder.LeaseTime);
        }

        /// <summary>A dispatcher that slept through its lease cannot change anything any more.</summary>
        private void UseOldLease()
        {
            var before = (_run.Status, _run.Attempts, _run.Lease, _run.DueAt, _run.LastError);
            _run.Complete(_oldLease, Ids.OtherMessage, _now).ShouldFail("AgentRun.LeaseLost");
            _run.Ignore(_oldLease, _now).ShouldFail("AgentRun.LeaseLost");
            _run.Fail(_oldLease, "No luck", _now).ShouldFail("AgentRun.LeaseLost");
            _run.Release(_oldLease, _now).ShouldFail("AgentRun.LeaseLost");
            _run.Extend(_oldLease, _now.AddDays(1)).ShouldFail("AgentRun.LeaseLost");
            _run.Defer(_oldLease, _now, TimeSpan.FromDays(1)).ShouldFail("AgentRun.LeaseLost");
            (_run.Status, _run.Attempts, _run.Lease, _run.DueAt, _run.LastError).ShouldBe(before);
        }
    }
}
