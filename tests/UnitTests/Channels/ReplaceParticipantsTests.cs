using Eliza.Domain.Channels;
using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Channels;

/// <summary>The participants of a channel replaced by lists, any number of times, are as a plain set says.</summary>
public sealed class ReplaceParticipantsTests
{
    private static readonly ActorId[] Actors = [.. Enumerable.Range(0, 8).Select(i => ActorId.From($"actor-{i}"))];

    private static readonly Arbitrary<List<ActorId>[]> Lists = Gen.Elements(Actors).ListOf().Select(list => list.ToList()).ArrayOf().ToArbitrary();

    [Fact]
    public void Replace_WhenRepeatedWithAnyLists_LeavesTheLastListAndTheOwner() => Prop.ForAll(Lists, lists =>
    {
        var channel = ChannelOfAda();
        var model = new HashSet<ActorId> { Ids.Ada };
        var told = new HashSet<ActorId> { Ids.Ada };
        foreach (var list in lists)
        {
            var before = channel.DomainEvents.Count;
            channel.ReplaceParticipants([.. list.Select(Person)], Times.Now);
            model = [Ids.Ada, .. list];
            foreach (var happened in channel.DomainEvents.Skip(before)) Follow(told, happened);

            channel.Participants.Select(participant => participant.ActorId).ShouldBe(model, ignoreOrder: true);
            told.ShouldBe(model, ignoreOrder: true);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replace_WhenSomebodyStays_KeepsRoleNameAndTime()
    {
        var channel = ChannelOfAda();
        channel.Add(Ids.Bob, ActorKind.User, DisplayName.From("Bob"), ParticipantRole.Guest, Times.Now).ShouldSucceed();

        channel.ReplaceParticipants([Person(Ids.Bob), new Newcomer(Ids.Eliza, ActorKind.Agent, DisplayName.From("Eliza"))], Times.Now.AddDays(1));

        var bob = channel.Participants.Single(participant => participant.ActorId == Ids.Bob);
        (bob.Role, bob.Name?.Value, bob.JoinedAt).ShouldBe((ParticipantRole.Guest, "Bob", Times.Now));
        var eliza = channel.Participants.Single(participant => participant.ActorId == Ids.Eliza);
        (eliza.Kind, eliza.Role, eliza.JoinedAt).ShouldBe((ActorKind.Agent, ParticipantRole.Member, Times.Now.AddDays(1)));
    }

    private static Newcomer Person(ActorId id) => new(id, ActorKind.User, null);

    private static Channel ChannelOfAda()
    {
        var channel = new ChannelBuilder().Build();
        channel.Add(Ids.Ada, ActorKind.User, null, ParticipantRole.Owner, Times.Now).ShouldSucceed();
        return channel;
    }

    private static void Follow(HashSet<ActorId> told, IDomainEvent happened)
    {
        if (happened is ParticipantJoined joined) told.Add(joined.ActorId).ShouldBeTrue("Whoever is in does not join.");
        if (happened is ParticipantLeft left) told.Remove(left.ActorId).ShouldBeTrue("Whoever is out does not leave.");
    }
}
