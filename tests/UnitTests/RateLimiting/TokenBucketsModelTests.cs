using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>Whatever happens to a few buckets, in whatever order, they are as the exact model says.</summary>
public sealed class TokenBucketsModelTests
{
    private enum Move
    {
        Take,
        TakeMany,
        WaitALittle,
        WaitForTheNext,
        WaitAlmostForTheNext,
    }

    private sealed record Step(Move Move, int Bucket, int Percent);

    private sealed record Life(IReadOnlyList<RateLimit> Limits, IReadOnlyList<Step> Steps);

    private static readonly Gen<int> Permits = Gen.Frequency(
        (3, Gen.Choose(1, 10)), (2, Gen.Elements(60, 97, 120, 1000)), (1, Gen.Elements(6000, 999_983, 1_000_000)));

    private static readonly Gen<TimeSpan> Windows = Gen.Elements(
        TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromTicks(7), TimeSpan.FromTicks(12_345_677), TimeSpan.FromSeconds(10));

    private static readonly Gen<RateLimit> Limits = Permits.SelectMany(_ => Windows, (permits, window) => new RateLimit("user", "", permits, window));

    private static readonly Gen<Step> Steps =
        from move in Gen.Frequency(
            (8, Gen.Constant(Move.Take)), (3, Gen.Constant(Move.TakeMany)), (2, Gen.Constant(Move.WaitALittle)),
            (2, Gen.Constant(Move.WaitForTheNext)), (2, Gen.Constant(Move.WaitAlmostForTheNext)))
        from bucket in Gen.Choose(0, 3)
        from percent in Gen.Choose(0, 100)
        select new Step(move, bucket, percent);

    private static readonly Arbitrary<Life> Lives =
        (from limits in Limits.ListOf(4)
         from steps in Steps.ListOf(80)
         select new Life([.. limits.Select((limit, i) => limit with { Partition = $"user:{i}" })], steps)).ToArbitrary();

    [Fact]
    public void AnySteps_WhenTakenInAnyOrder_LeaveTheBucketsAsTheModelSays() => Prop.ForAll(Lives, life =>
    {
        var time = new ManualTimeProvider();
        using var buckets = new TokenBuckets(time);
        var models = life.Limits.Select(limit => new BucketModel(limit)).ToList();
        foreach (var step in life.Steps)
        {
            Apply(step, life.Limits[step.Bucket], models[step.Bucket]);
            foreach (var (limit, model) in life.Limits.Zip(models)) buckets.Look(limit).ShouldBe(model.State);
        }

        void Apply(Step step, RateLimit limit, BucketModel model)
        {
            switch (step.Move)
            {
                case Move.Take: Take(limit, model, 1); break;
                case Move.TakeMany: Take(limit, model, Math.Max(1, (int)((long)limit.Permits * step.Percent / 100))); break;
                case Move.WaitALittle: Wait(limit.Window * (step.Percent / 400.0)); break;
                case Move.WaitForTheNext: Wait(model.State.UntilNext); Take(limit, model, 1).ShouldBeTrue(); break;
                case Move.WaitAlmostForTheNext: WaitAlmost(limit, model); break;
            }
        }

        bool Take(RateLimit limit, BucketModel model, int count)
        {
            using var lease = buckets.AttemptAcquire(limit, count);
            lease.IsAcquired.ShouldBe(model.TryTake(count));
            return lease.IsAcquired;
        }

        void WaitAlmost(RateLimit limit, BucketModel model)
        {
            if (model.State.UntilNext == TimeSpan.Zero) return;
            Wait(model.State.UntilNext - TimeSpan.FromTicks(1));
            Take(limit, model, 1).ShouldBeFalse();
        }

        void Wait(TimeSpan span)
        {
            time.Advance(span);
            foreach (var model in models) model.Wait(span);
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>What a key's own limit may do from one request to the next.</summary>
    [Fact]
    public void AnyLimits_ForTheSameBucket_NeverOverfillItAndKeepTheirWord() => Prop.ForAll(Permits.ListOf(50).ToArbitrary(), permits =>
    {
        var time = new ManualTimeProvider();
        using var buckets = new TokenBuckets(time);
        foreach (var limit in permits.Select(now => new RateLimit("user", "user:ada", now, TimeSpan.FromMinutes(1))))
        {
            var state = buckets.Look(limit);
            state.Remaining.ShouldBeInRange(0, limit.Permits);
            state.UntilNext.ShouldBeInRange(TimeSpan.Zero, limit.Window);
            state.UntilFull.ShouldBeInRange(TimeSpan.Zero, limit.Window);
            TakeAll(buckets, limit).ShouldBe(state.Remaining);

            time.Advance(buckets.Look(limit).UntilNext);
            buckets.AttemptAcquire(limit).IsAcquired.ShouldBeTrue();
        }
    }).QuickCheckThrowOnFailure();

    private static int TakeAll(TokenBuckets buckets, RateLimit limit)
    {
        var left = buckets.Look(limit).Remaining;
        if (left > 0) buckets.AttemptAcquire(limit, left).IsAcquired.ShouldBeTrue();
        buckets.AttemptAcquire(limit).IsAcquired.ShouldBeFalse();
        return left;
    }
}
