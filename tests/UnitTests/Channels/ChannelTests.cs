using Eliza.Domain.Channels;
using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelTests
{
    [Fact]
    public void Create_WhenTextChannel_IsAsDescribed()
    {
        var channel = new ChannelBuilder
        {
            Name = "General",
            Description = Description.Create("Talk").Value,
            Metadata = Metadata.FromTrusted("""{"a":1}"""),
        }.TryBuild().ShouldSucceed();

        channel.Id.Value.Version.ShouldBe(7);
        channel.ServerId.ShouldBe(Ids.Server);
        channel.Name.Value.ShouldBe("General");
        channel.NameKey.ShouldBe("general");
        channel.Type.ShouldBe(ChannelType.Text);
        channel.Description!.Value.ShouldBe("Talk");
        channel.Metadata.Json.ShouldBe("""{"a":1}""");
        channel.CreatedAt.ShouldBe(Times.Now);
        channel.MessageCount.ShouldBe(0);
        channel.Participants.ShouldBeEmpty();
    }

    [Fact]
    public void Create_WhenCreated_RaisesChannelCreated()
    {
        var channel = new ChannelBuilder().Build();

        channel.DomainEvents.ShouldBe([new ChannelCreated(channel.Id, Ids.Server)]);
    }

    [Theory]
    [InlineData(ChannelType.Text)]
    [InlineData(ChannelType.Voice)]
    [InlineData(ChannelType.Group)]
    public void Create_WhenNameIsMissingOrInvalid_Fails(ChannelType type)
    {
        new ChannelBuilder { Type = type, Name = null }.TryBuild().ShouldFail("Channel.InvalidName");
        new ChannelBuilder { Type = type, Name = "not a name" }.TryBuild().ShouldFail("Channel.InvalidName");
    }

    [Fact]
    public void Create_WhenDirect_IsNamedAfterItsIdAndKeepsTheNameSentForDisplay()
    {
        var channel = new ChannelBuilder { Type = ChannelType.Dm, Name = "Ada & Bob", Metadata = Metadata.FromTrusted("""{"a":1}""") }.Build();

        channel.Name.ShouldBe(ChannelName.OfDirect(channel.Id));
        channel.NameKey.ShouldBe(channel.Name.Key);
        channel.Metadata.Json.ShouldContain("\"displayName\":\"Ada & Bob\"");
        channel.Metadata.Json.ShouldStartWith("""{"a":1,""");
    }

    [Fact]
    public void Create_WhenDirectWithoutAName_LeavesTheMetadataAlone() =>
        new ChannelBuilder { Type = ChannelType.Dm, Name = null }.Build().Metadata.ShouldBe(Metadata.Empty);

    [Fact]
    public void Create_WhenNotDirect_HasNoDisplayName() => new ChannelBuilder().Build().Metadata.ShouldBe(Metadata.Empty);

    [Theory]
    [InlineData(ChannelType.Text, false, false, false)]
    [InlineData(ChannelType.Text, true, false, true)]
    [InlineData(ChannelType.Text, false, true, true)]
    [InlineData(ChannelType.Voice, false, false, false)]
    [InlineData(ChannelType.Voice, true, false, true)]
    [InlineData(ChannelType.Voice, false, true, true)]
    [InlineData(ChannelType.Dm, false, false, true)]
    [InlineData(ChannelType.Group, false, false, true)]
    public void Create_WhenFieldMetadataOrTypeSaysSo_IsPrivate(ChannelType type, bool field, bool metadata, bool expected) =>
        new ChannelBuilder
        {
            Type = type,
            IsPrivate = field,
            Metadata = metadata ? Metadata.FromTrusted("""{"isPrivate":true}""") : Metadata.Empty,
        }.Build().IsPrivate.ShouldBe(expected);

    [Fact]
    public void Add_WhenNew_JoinsAndRaisesParticipantJoined()
    {
        var channel = new ChannelBuilder().Build();

        var participant = channel.Add(ActorId.From("Ada"), ActorKind.User, DisplayName.From("ADA L"), ParticipantRole.Guest, Times.Now).ShouldSucceed();

        channel.Participants.ShouldBe([participant]);
        participant.ChannelId.ShouldBe(channel.Id);
        participant.ActorKey.ShouldBe("ada");
        participant.NameKey.ShouldBe("ada l");
        participant.Role.ShouldBe(ParticipantRole.Guest);
        participant.JoinedAt.ShouldBe(Times.Now);
        channel.DomainEvents[^1].ShouldBe(new ParticipantJoined(channel.Id, ActorId.From("Ada"), ActorKind.User));
    }

    [Fact]
    public void Add_WhenNameless_HasNoNameKey() =>
        new ChannelBuilder().Build().Add(Ids.Ada, ActorKind.User, name: null, ParticipantRole.Member, Times.Now).ShouldSucceed().NameKey.ShouldBeNull();

    [Theory]
    [InlineData(ActorKind.User)]
    [InlineData(ActorKind.Agent)]
    public void Add_WhenAlreadyIn_IsAConflictAndChangesNothing(ActorKind kind)
    {
        var channel = ChannelWithAda();

        var error = channel.Add(Ids.Ada, kind, name: null, ParticipantRole.Owner, Times.Now).ShouldFail("Channel.AlreadyParticipant");

        error.Kind.ShouldBe(ErrorKind.Conflict);
        error.Details.ShouldBe("'ada' is already a participant of the channel");
        channel.Participants.ShouldHaveSingleItem().Role.ShouldBe(ParticipantRole.Member);
        channel.DomainEvents.OfType<ParticipantJoined>().Count().ShouldBe(1);
    }

    [Fact]
    public void Remove_WhenIn_LeavesAndRaisesParticipantLeft()
    {
        var channel = ChannelWithAda();

        channel.Remove(Ids.Ada, ActorKind.User).ShouldSucceed().ActorId.ShouldBe(Ids.Ada);

        channel.Participants.ShouldBeEmpty();
        channel.DomainEvents[^1].ShouldBe(new ParticipantLeft(channel.Id, Ids.Ada, ActorKind.User));
    }

    [Fact]
    public void Remove_WhenOfTheOtherKindOrNotIn_IsNotFoundAndChangesNothing()
    {
        var channel = ChannelWithAda();

        channel.Remove(Ids.Ada, ActorKind.Agent).ShouldFail("Channel.NotAParticipant").Kind.ShouldBe(ErrorKind.NotFound);
        channel.Remove(Ids.Bob, ActorKind.User).ShouldFail("Channel.NotAParticipant").Details.ShouldBe("'bob' is not in the channel");

        channel.Participants.Count.ShouldBe(1);
        channel.DomainEvents.OfType<ParticipantLeft>().ShouldBeEmpty();
    }

    private static Channel ChannelWithAda()
    {
        var channel = new ChannelBuilder().Build();
        channel.Add(Ids.Ada, ActorKind.User, name: null, ParticipantRole.Member, Times.Now).ShouldSucceed();
        return channel;
    }
}
