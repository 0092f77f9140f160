using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelPairTests
{
    private const string Allowed = "Aa0._:@-";

    /// <summary>Ids of few letters, so that they often share a beginning, or are the same.</summary>
    private static readonly Arbitrary<(ActorId One, ActorId Other)> Pairs =
        (from one in Gen.Elements(Allowed.ToCharArray()).NonEmptyListOf()
         from other in Gen.Elements(Allowed.ToCharArray()).NonEmptyListOf()
         select (ActorId.From(string.Concat(one.Take(9))), ActorId.From(string.Concat(other.Take(9))))).ToArbitrary();

    [Fact]
    public void Create_WhenEitherIsNamedFirst_IsTheSamePair() => Prop.ForAll(Pairs, ids =>
    {
        var (there, back) = (ChannelPair.Create(ids.One, ids.Other), ChannelPair.Create(ids.Other, ids.One));
        there.IsSuccess.ShouldBe(ids.One != ids.Other);
        back.IsSuccess.ShouldBe(there.IsSuccess);
        if (there.IsSuccess) there.Value.ShouldBe(back.Value);
        if (there.IsSuccess) there.Value.Key.ShouldBe(back.Value.Key);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Key_OfDifferentPairs_IsDifferent() => Prop.ForAll(Pairs, Pairs, (left, right) =>
    {
        if (left.One == left.Other || right.One == right.Other) return;
        var (one, other) = (ChannelPair.Create(left.One, left.Other).Value, ChannelPair.Create(right.One, right.Other).Value);
        (one.Key == other.Key).ShouldBe(new HashSet<ActorId> { left.One, left.Other }.SetEquals([right.One, right.Other]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Key_OfAPair_IsInOrdinalOrder() =>
        ChannelPair.Create(ActorId.From("b"), ActorId.From("C")).ShouldSucceed().Key.ShouldBe("C|b");

    [Fact]
    public void Create_WhenOneIsTheOther_Fails() =>
        ChannelPair.Create(Ids.Ada, ActorId.From("ada")).ShouldBreakRule("Channel.PairOfOne", "must be another than the first");

    [Fact]
    public void Has_WhenAsked_KnowsTheTwoAlone()
    {
        var pair = ChannelPair.Create(Ids.Bob, Ids.Ada).Value;
        (pair.Has(Ids.Ada), pair.Has(Ids.Bob), pair.Has(Ids.Eliza), pair.Has(null)).ShouldBe((true, true, false, false));
    }
}
