using Eliza.Domain.Channels;
using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

/// <summary>What changes a channel and its participants after it was opened.</summary>
public sealed class ChannelChangesTests
{
    private static readonly DateTimeOffset Later = Times.Now.AddHours(1);

    private readonly Channel _channel = new ChannelBuilder { Description = Description.Create("Old").Value, Metadata = Metadata.FromTrusted("""{"a":1}""") }.Build();

    [Fact]
    public void Update_WhenAllIsGiven_ChangesItAndSaysSo()
    {
        _channel.Update("Renamed", Description.Create("New").Value, Metadata.FromTrusted("""{"b":2}"""), Later).ShouldSucceed();

        (_channel.Name.Value, _channel.NameKey, _channel.Description?.Value, _channel.Metadata.Json).ShouldBe(("Renamed", "renamed", "New", """{"b":2}"""));
        (_channel.CreatedAt, _channel.UpdatedAt).ShouldBe((Times.Now, Later));
        _channel.DomainEvents[^1].ShouldBe(new ChannelUpdated(_channel.Id, _channel.ServerId));
    }

    [Fact]
    public void Update_WhenNothingIsGiven_ChangesNothing()
    {
        _channel.Update(null, null, null, Later).ShouldSucceed();

        (_channel.Name.Value, _channel.Description?.Value, _channel.Metadata.Json, _channel.UpdatedAt).ShouldBe(("general", "Old", """{"a":1}""", Times.Now));
        _channel.DomainEvents.OfType<ChannelUpdated>().ShouldBeEmpty();
    }

    [Fact]
    public void Update_WhenTheNameIsNone_FailsAndChangesNothing()
    {
        _channel.Update("no name", Description.Create("New").Value, null, Later).ShouldFail("Channel.InvalidName");
        (_channel.Name.Value, _channel.Description?.Value).ShouldBe(("general", "Old"));
    }

    [Theory]
    [InlineData("Ada & Bob", """{"a":1,"displayName":"Ada & Bob"}""")]
    [InlineData(" ", """{"a":1}""")]
    public void Update_WhenDirect_NamesWhatPeopleSee(string name, string metadata)
    {
        var direct = new ChannelBuilder { Type = ChannelType.Dm, Name = null, Metadata = Metadata.FromTrusted("""{"a":1}""") }.Build();

        direct.Update(name, null, null, Later).ShouldSucceed();

        (direct.Name, direct.Metadata.Json).ShouldBe((ChannelName.OfDirect(direct.Id), metadata));
    }

    [Fact]
    public void Update_WhenMetadataSaysSo_ClosesTheChannelForGood()
    {
        _channel.Update(null, null, Metadata.FromTrusted("""{"isPrivate":true}"""), Later).ShouldSucceed().IsPrivate.ShouldBeTrue();
        _channel.Update(null, null, Metadata.Empty, Later).ShouldSucceed().IsPrivate.ShouldBeTrue();
    }

    [Fact]
    public void Metadata_WhenItTellsParticipants_IsKeptWithoutThem()
    {
        var metadata = Metadata.FromTrusted("""{"participantCentralUserIds":["mallory"]}""");
        new ChannelBuilder { Metadata = metadata }.Build().Metadata.ShouldBe(Metadata.Empty);
        _channel.Update(null, null, metadata, Later).ShouldSucceed().Metadata.ShouldBe(Metadata.Empty);
    }

    [Fact]
    public void CreateDirect_WhenOfAPair_IsPrivateAndKnowsItsKey()
    {
        var pair = ChannelPair.Create(Ids.Bob, Ids.Ada).Value;
        var channel = Channel.CreateDirect(Ids.Server, pair, "Two", null, Metadata.Empty, Times.Now);
        (channel.Type, channel.IsPrivate, channel.PairKey, channel.ServerId).ShouldBe((ChannelType.Dm, true, "ada|bob", Ids.Server));
        channel.Participants.ShouldBeEmpty();
    }

    [Fact]
    public void Delete_WhenCalled_SaysThatItIsGone()
    {
        _channel.Delete();
        _channel.DomainEvents[^1].ShouldBe(new ChannelDeleted(_channel.Id, _channel.ServerId));
    }

    [Fact]
    public void ChangeRole_WhenItIsAnother_ChangesItAndSaysSoOnce()
    {
        Join(Ids.Ada, ParticipantRole.Member);

        _channel.ChangeRole(Ids.Ada, ParticipantRole.Admin).ShouldSucceed().Role.ShouldBe(ParticipantRole.Admin);
        _channel.ChangeRole(Ids.Ada, ParticipantRole.Admin).ShouldSucceed();

        _channel.DomainEvents.OfType<ParticipantRoleChanged>().ShouldBe([new ParticipantRoleChanged(_channel.Id, Ids.Ada, ParticipantRole.Admin)]);
        _channel.ChangeRole(Ids.Bob, ParticipantRole.Guest).ShouldFail("Channel.NotAParticipant");
    }

    [Fact]
    public void LastOwner_WhenAPerson_NeitherStepsDownNorGoes()
    {
        Join(Ids.Ada, ParticipantRole.Owner);
        Join(Ids.Bob, ParticipantRole.Admin);

        _channel.ChangeRole(Ids.Ada, ParticipantRole.Admin).ShouldFail("Channel.LastOwner").Kind.ShouldBe(ErrorKind.Conflict);
        _channel.Remove(Ids.Ada).ShouldFail("Channel.LastOwner");
        _channel.ChangeRole(Ids.Ada, ParticipantRole.Owner).ShouldSucceed();

        _channel.ChangeRole(Ids.Bob, ParticipantRole.Owner).ShouldSucceed();
        _channel.Remove(Ids.Ada).ShouldSucceed();
    }

    [Fact]
    public void LastOwner_WhenAnAgent_MayGo()
    {
        Join(Ids.Eliza, ParticipantRole.Owner, ActorKind.Agent);
        _channel.Remove(Ids.Eliza).ShouldSucceed();
    }

    [Fact]
    public void Mute_WhenRepeated_SaysSoOnce()
    {
        Join(Ids.Eliza, ParticipantRole.Member, ActorKind.Agent);

        _channel.Mute(Ids.Eliza).ShouldSucceed().IsMuted.ShouldBeTrue();
        _channel.Mute(Ids.Eliza).ShouldSucceed();
        _channel.Mute(Ids.Eliza, isMuted: false).ShouldSucceed().IsMuted.ShouldBeFalse();

        _channel.DomainEvents.OfType<ParticipantMuted>().Select(muted => muted.IsMuted).ShouldBe([true, false]);
    }

    [Fact]
    public void Mute_WhenNoAgentThatIsIn_IsNotFound()
    {
        Join(Ids.Ada, ParticipantRole.Member);
        _channel.Mute(Ids.Ada).ShouldFail("Channel.NotAParticipant");
        _channel.Mute(Ids.Eliza).ShouldFail("Channel.NotAParticipant");
    }

    [Theory]
    [InlineData(ParticipantRole.Member, ParticipantRole.Guest, ParticipantRole.Guest, false)]
    [InlineData(ParticipantRole.Admin, ParticipantRole.Guest, ParticipantRole.Admin, true)]
    [InlineData(ParticipantRole.Admin, ParticipantRole.Admin, ParticipantRole.Guest, true)]
    [InlineData(ParticipantRole.Admin, ParticipantRole.Owner, ParticipantRole.Guest, false)]
    [InlineData(ParticipantRole.Admin, ParticipantRole.Guest, ParticipantRole.Owner, false)]
    [InlineData(ParticipantRole.Owner, ParticipantRole.Owner, ParticipantRole.Owner, true)]
    public void MayBeRanked_WhenByAParticipant_StopsAtItsOwnRole(ParticipantRole own, ParticipantRole before, ParticipantRole after, bool expected)
    {
        Join(Ids.Ada, own);
        Join(Ids.Bob, before);

        _channel.MayBeRanked(Ids.Bob, after, Callers.Ada).ShouldBe(expected);
        _channel.MayBeRanked(Ids.Bob, after, Callers.Service(Scopes.ChannelsWrite)).ShouldBeTrue();
        _channel.MayBeRanked(Ids.Bob, after, caller: null).ShouldBeFalse();
    }

    [Fact]
    public void MayBeLeftBy_WhenAskedForOthersOrOneself_StopsAtWhoStandsAbove()
    {
        Join(Ids.Ada, ParticipantRole.Admin);
        Join(Ids.Bob, ParticipantRole.Owner);

        _channel.MayBeLeftBy(Ids.Bob, Callers.Ada).ShouldBeFalse();
        _channel.MayBeLeftBy(Ids.Eliza, Callers.Ada).ShouldBeTrue();
        _channel.MayBeLeftBy(Ids.Ada, Callers.Bob).ShouldBeTrue();
        _channel.MayBeLeftBy(Ids.Eliza, Callers.Eliza).ShouldBeTrue();
        _channel.MayBeLeftBy(Ids.Ada, Callers.Eliza).ShouldBeFalse();
        _channel.MayBeLeftBy(Ids.Ada, caller: null).ShouldBeFalse();
    }

    private void Join(ActorId actor, ParticipantRole role, ActorKind kind = ActorKind.User) =>
        _channel.Add(actor, kind, name: null, role, Times.Now).ShouldSucceed();
}
