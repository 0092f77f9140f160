using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents;

/// <summary>A run that its agent fetches, beside a model of it in a few plain words: whatever comes, in whatever order, they agree.</summary>
public sealed class FetchedRunModelTests
{
    private const int MaxAttempts = 6;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private enum Step
    {
        Fetch,
        Ack,
        AckWithOldLease,
        Release,
        ReleaseWithError,
        ReleaseWithOldLease,
        Answer,
        Complete,
        GiveUp,
        RestartServer,
        WaitASecond,
        WaitForTheLease,
    }

    private static readonly Arbitrary<List<Step>> Lives = Gen.Frequency(
        (8, Gen.Constant(Step.Fetch)), (4, Gen.Constant(Step.WaitForTheLease)), (3, Gen.Constant(Step.WaitASecond)), (3, Gen.Constant(Step.ReleaseWithError)),
        (2, Gen.Constant(Step.Release)), (2, Gen.Constant(Step.Ack)), (1, Gen.Constant(Step.AckWithOldLease)), (1, Gen.Constant(Step.ReleaseWithOldLease)),
        (1, Gen.Constant(Step.Answer)), (1, Gen.Constant(Step.Complete)), (1, Gen.Constant(Step.GiveUp)), (1, Gen.Constant(Step.RestartServer))).ListOf(40).ToArbitrary();

    [Fact]
    public void AnySteps_WhenTakenInAnyOrder_LeaveTheRunAsTheModelHasIt() => Prop.ForAll(Lives, steps =>
    {
        var life = new Life();
        foreach (var step in steps) life.Take(step);
    }).QuickCheckThrowOnFailure();

    private sealed class Life
    {
        private readonly AgentRun _run = AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, isFetched: true);
        private DateTimeOffset _now = Times.Now;
        private int _leases;

        // The model.
        private string _state = "pending";
        private int _attempts;
        private DateTimeOffset _free = Times.Now;
        private Guid? _held;
        private Guid _old = Guid.Empty;
        private bool _answered;

        private bool IsOpen => _state is "pending" or "running";

        public void Take(Step step)
        {
            Apply(step);

            _run.Status.Name().ShouldBe(_state);
            _run.IsOpen.ShouldBe(IsOpen);
            _run.Attempts.ShouldBe(_attempts);
            _run.Lease.ShouldBe(_held);
            (_run.ReplyId is not null).ShouldBe(_answered);
            if (IsOpen) _run.DueAt.ShouldBe(_free);
            _run.DomainEvents.OfType<RunEnded>().Count().ShouldBe(IsOpen ? 0 : 1);
        }

        private void Apply(Step step)
        {
            switch (step)
            {
                case Step.Fetch: Fetch(); break;
                case Step.Ack: Renew(_held ?? Guid.Empty); break;
                case Step.AckWithOldLease: Renew(_old); break;
                case Step.Release: Release(_held ?? Guid.Empty); break;
                case Step.ReleaseWithOldLease: Release(_old); break;
                case Step.ReleaseWithError: Fail(); break;
                case Step.Answer: Answer(); break;
                case Step.Complete: Complete(); break;
                case Step.GiveUp: GiveUp(); break;
                case Step.RestartServer: _run.Abandon(_now); break;
                case Step.WaitASecond: _now += TimeSpan.FromSeconds(1); break;
                case Step.WaitForTheLease: _now += Lease; break;
            }
        }

        private void Fetch()
        {
            // The inbox holds nothing else.
            if (!_run.IsDue(_now)) return;
            (IsOpen && _free <= _now).ShouldBeTrue();

            var lease = new Guid(++_leases, 0, 0, new byte[8]);
            _run.Claim(lease, _now, Lease);
            if (_held is { } lost) _old = lost;
            if (_answered) End("completed");
            else if (_attempts == MaxAttempts) End("failed");
            else (_state, _attempts, _held, _free) = ("running", _attempts + 1, lease, _now + Lease);
        }

        private void Renew(Guid lease)
        {
            _run.Extend(lease, _now + 2 * Lease).IsSuccess.ShouldBe(_held == lease);
            if (_held == lease) _free = _now + 2 * Lease;
        }

        private void Release(Guid lease)
        {
            _run.Release(lease, _now).IsSuccess.ShouldBe(_held == lease);
            if (_held == lease) GiveBack(_attempts - 1, _now);
        }

        private void Fail()
        {
            _run.Fail(_held ?? Guid.Empty, "No luck", _now).IsSuccess.ShouldBe(_held is not null);
            if (_held is null) return;
            if (_attempts == MaxAttempts) End("failed");
            else GiveBack(_attempts, _now.AddSeconds(1 << (_attempts - 1)));
        }

        private void Answer()
        {
            _run.AnswerBy(Ids.OtherMessage, _now);
            _answered |= IsOpen;
        }

        private void Complete()
        {
            _run.Conclude(null, _now);
            if (IsOpen) End("completed");
        }

        private void GiveUp()
        {
            _run.GiveUp("Out of tokens", _now);
            if (IsOpen) End("failed");
        }

        private void GiveBack(int attempts, DateTimeOffset free)
        {
            _old = _held!.Value;
            (_state, _attempts, _held, _free) = ("pending", attempts, null, free);
        }

        private void End(string state)
        {
            if (_held is { } lease) _old = lease;
            (_state, _held) = (state, null);
        }
    }
}
