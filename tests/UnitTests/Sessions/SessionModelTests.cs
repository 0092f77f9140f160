using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Sessions;

/// <summary>Whatever is done to a session, in whatever order, at whatever times, it is as the model has it.</summary>
public sealed class SessionModelTests
{
    private enum Deed
    {
        Use,
        Renew,
        Change,
        Warn,
        Expire,
        Delete,
    }

    private enum Passing
    {
        Nothing,
        PartOfWhatIsLeft,
        ToTheThreshold,
        AlmostToTheEnd,
        ToTheEnd,
        Back,
    }

    private sealed record Step(Passing Passing, int Percent, Deed Deed, SessionTimeouts Times);

    private static readonly Gen<SessionTimeouts> Times =
        from timeout in Gen.Choose(1, 40)
        from more in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 90)))
        from warning in Gen.Choose(0, 45)
        from autoRenew in Gen.Elements(true, true, false)
        select new SessionBuilder { Timeout = timeout, MaxDuration = timeout + more, Warning = warning, AutoRenew = autoRenew }.Timeouts;

    private static readonly Gen<Step> Steps =
        from passing in Gen.Frequency(
            (8, Gen.Constant(Passing.PartOfWhatIsLeft)), (4, Gen.Constant(Passing.Nothing)), (3, Gen.Constant(Passing.ToTheThreshold)), (3, Gen.Constant(Passing.Back)),
            (2, Gen.Constant(Passing.AlmostToTheEnd)), (1, Gen.Constant(Passing.ToTheEnd)))
        from percent in Gen.Choose(0, 100)
        from deed in Gen.Frequency(
            (10, Gen.Constant(Deed.Use)), (5, Gen.Constant(Deed.Renew)), (6, Gen.Constant(Deed.Warn)), (4, Gen.Constant(Deed.Change)), (3, Gen.Constant(Deed.Expire)),
            (1, Gen.Constant(Deed.Delete)))
        from times in Times
        select new Step(passing, percent, deed, times);

    private static readonly Arbitrary<(SessionTimeouts Times, List<Step> Steps)> Lives =
        Times.SelectMany(_ => Steps.ListOf(40), (times, steps) => (times, steps)).ToArbitrary();

    [Fact]
    public void AnySteps_WhenTakenAtAnyTimes_LeaveTheSessionAsTheModelHasIt() => Prop.ForAll(Lives, life =>
    {
        var told = new Life(life.Times);
        foreach (var step in life.Steps.TakeWhile(step => step.Deed is not Deed.Delete)) told.Take(step);
        if (life.Steps.Exists(step => step.Deed is Deed.Delete)) told.Delete();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private sealed class Life(SessionTimeouts times)
    {
        private readonly Session _session = Session.Open(
            SessionBuilder.Id, Ids.Channel, Ids.Eliza, Ids.Ada, Callers.Ada.Id, Metadata.Empty, times, TestData.Times.Now);
        private readonly SessionModel _model = new(TestData.Times.Now, times);
        private DateTimeOffset _now = TestData.Times.Now;
        private (DateTimeOffset, DateTimeOffset) _warnedOf;

        public void Take(Step step)
        {
            var wasEnded = _session.EndedAt is not null;
            _now = After(step);
            Do(step);
            Compare();
            if (wasEnded) _session.IsOver(DateTimeOffset.MinValue).ShouldBeTrue("It came back to life.");
        }

        public void Delete()
        {
            _session.Delete();
            _session.DomainEvents.OfType<SessionDeleted>().Count().ShouldBe(1);
        }

        private DateTimeOffset After(Step step) => step.Passing switch
        {
            Passing.PartOfWhatIsLeft => Whole(_now + (_model.Left(_now) * step.Percent / 100)),
            Passing.ToTheThreshold => _model.Threshold,
            Passing.AlmostToTheEnd => _model.End.AddMilliseconds(-1),
            Passing.ToTheEnd => _model.End,
            Passing.Back => _now.AddMinutes(-step.Percent),
            _ => _now,
        };

        private void Do(Step step)
        {
            var warned = _model.Warnings;
            switch (step.Deed)
            {
                case Deed.Use: Use(); break;
                case Deed.Renew: Renew(); break;
                case Deed.Change: Change(step.Times); break;
                case Deed.Warn: _session.Warn(_now).ShouldBe(_model.Warn(_now)); break;
                case Deed.Expire: _session.Expire(_now).ShouldBe(_model.Expire(_now)); break;
            }
            var threshold = (_session.ExpiresAt, _session.WarnAt);
            if (_warnedOf != threshold) _warnedOf = default;
            if (_model.Warnings == warned) return;
            _warnedOf.ShouldBe(default, "It warned of the same end twice.");
            _warnedOf = threshold;
        }

        private void Use()
        {
            var renews = _model.Renewals;
            var (lasts, result) = (!_model.IsOver(_now), _session.Touch(_now));
            result.IsSuccess.ShouldBe(lasts);
            if (!lasts) return;
            _model.Use(_now);
            result.Value.ShouldBe(_model.Renewals > renews);
        }

        private void Renew()
        {
            ErrorKind? refusal = _model.CanRenew(_now) ? null : _model.IsOver(_now) ? ErrorKind.SessionExpired : ErrorKind.SessionRenewalFailed;
            (_session.Renew(_now).Error?.Kind).ShouldBe(refusal);
            if (refusal is null) _model.Renew(_now);
        }

        private void Change(SessionTimeouts to)
        {
            _session.Change(to, _now).IsSuccess.ShouldBe(!_model.IsOver(_now));
            if (!_model.IsOver(_now)) _model.Change(to, _now);
        }

        private void Compare()
        {
            (_session.ExpiresAt, _session.LastActivityAt, _session.RenewalCount).ShouldBe((_model.End, _model.LastActivity, _model.Renewals));
            (_session.IsOver(_now), _session.IsNearEnd(_now), _session.TimeLeft(_now)).ShouldBe((_model.IsOver(_now), _model.IsNear(_now), _model.Left(_now)));
            _session.TimeLeft(_now).ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
            if (!_model.IsEnded) _session.ExpiresAt.ShouldBeLessThanOrEqualTo(_model.CannotLastBeyond);
            Count<SessionRenewed>().ShouldBe(_model.Renewals);
            Count<SessionExpirationWarned>().ShouldBe(_model.Warnings);
            Count<SessionExpired>().ShouldBe(_model.IsEnded ? 1 : 0);
        }

        private int Count<TEvent>() => _session.DomainEvents.OfType<TEvent>().Count();

        /// <summary>Times are in whole milliseconds.</summary>
        private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
