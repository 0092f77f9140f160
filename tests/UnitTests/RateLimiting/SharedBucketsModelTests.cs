using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>Whatever nodes take and tell, in whatever order: they give no more than they could not know of, and no debt is lost.</summary>
public sealed class SharedBucketsModelTests
{
    private enum Move
    {
        Take,
        TakeMany,
        Tell,
        Wait,
    }

    private sealed record Step(Move Move, int Node, int Percent);

    private static readonly Gen<RateLimit> Limits =
        from permits in Gen.Elements(1, 3, 7, 60, 97, 6000, 999_983)
        from window in Gen.Elements(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromSeconds(10))
        select new RateLimit("user", "user:ada", permits, window);

    private static readonly Gen<Step> Steps =
        from move in Gen.Frequency((6, Gen.Constant(Move.Take)), (3, Gen.Constant(Move.TakeMany)), (4, Gen.Constant(Move.Tell)), (3, Gen.Constant(Move.Wait)))
        from node in Gen.Choose(0, 1)
        from percent in Gen.Choose(0, 100)
        select new Step(move, node, percent);

    private static readonly Arbitrary<(RateLimit Limit, List<Step> Steps)> Lives =
        Limits.SelectMany(_ => Steps.ListOf(120), (limit, steps) => (limit, steps.ToList())).ToArbitrary();

    /// <summary>Debts of more than two buckets are not let off here: nodes that tell nothing for so long would else be given more.</summary>
    [Fact]
    public void TwoNodes_WhateverTheyTakeAndTell_GiveNoMoreThanTheyCouldNotKnowAndLoseNoDebt() => Prop.ForAll(Lives, life =>
    {
        var (time, table, model) = (new ManualTimeProvider(), new FakeBucketTable { LetsOff = false }, new SharedBucketModel(life.Limit, nodes: 2));
        var nodes = Enumerable.Range(0, 2).Select(_ => new TokenBuckets(time, isShared: true)).ToList();
        foreach (var step in life.Steps)
        {
            switch (step.Move)
            {
                case Move.Wait: Wait(step.Percent); break;
                case Move.Tell: Tell(step.Node); break;
                default: Take(step.Node, step.Move is Move.Take ? 1 : Math.Max(1, (int)((long)life.Limit.Permits * step.Percent / 100))); break;
            }
        }
        Tell(0);
        Tell(1);

        // A row of a moment that is past says no more than that the bucket is full.
        if (table.FullAt.Count > 0)
            Math.Max(0, table.FullAt.Values.Single() - time.GetUtcNow().Ticks).ShouldBeGreaterThanOrEqualTo(model.Debt - model.Rounding, "no debt is lost");
        nodes.ForEach(node => node.Dispose());

        void Take(int node, int count)
        {
            using var lease = nodes[node].AttemptAcquire(life.Limit, count);
            if (!lease.IsAcquired) return;
            model.Take(node, count);
            model.Debt.ShouldBeLessThanOrEqualTo(life.Limit.Window.Ticks + model.UnknownTo(node) + model.Rounding);
        }

        void Tell(int node)
        {
            if (TellAll(nodes[node], table, time)) model.Tell(node);
            nodes[node].Look(life.Limit).UntilFull.ShouldBeLessThanOrEqualTo(2 * life.Limit.Window);
        }

        void Wait(int percent)
        {
            var span = life.Limit.Window * (percent * percent / 20_000.0);
            time.Advance(span);
            model.Wait(span);
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>So honest waits stay honest: telling costs a caller nothing who keeps to one node.</summary>
    [Fact]
    public void OneNode_HoweverOftenItTells_IsAsIfItWereAlone() => Prop.ForAll(Lives, life =>
    {
        var (time, table, model) = (new ManualTimeProvider(), new FakeBucketTable(), new BucketModel(life.Limit));
        using var buckets = new TokenBuckets(time, isShared: true);
        foreach (var step in life.Steps)
        {
            var span = life.Limit.Window * (step.Percent / 1000.0);
            switch (step.Move)
            {
                case Move.Wait: time.Advance(span); model.Wait(span); break;
                case Move.Tell: TellAll(buckets, table, time); break;
                default: buckets.AttemptAcquire(life.Limit).IsAcquired.ShouldBe(model.TryTake(1)); break;
            }
            buckets.Look(life.Limit).ShouldBe(model.State);
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>The table answers at once, so nobody waits.</summary>
    private static bool TellAll(TokenBuckets buckets, FakeBucketTable table, TimeProvider time)
    {
        var told = new BucketExchange(buckets, table, time).TellAsync(CancellationToken.None);
        told.IsCompletedSuccessfully.ShouldBeTrue();
        return told.Result;
    }
}
