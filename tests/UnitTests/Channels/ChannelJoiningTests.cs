using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelJoiningTests
{
    private static readonly ParticipantRole[] Roles = Enum.GetValues<ParticipantRole>();

    [Fact]
    public void AccessOf_WhenSomebodyTakesPart_IsByTheRoleThere()
    {
        var channel = ChannelWith(Ids.Ada, ParticipantRole.Guest, isPrivate: true);

        channel.AccessOf(Ids.Ada).ShouldBe(new ChannelAccess(IsPrivate: true, ParticipantRole.Guest));
        channel.AccessOf(Ids.Bob).ShouldBe(new ChannelAccess(IsPrivate: true, Role: null));
        channel.AccessOf(actor: null).ShouldBe(new ChannelAccess(IsPrivate: true, Role: null));
        new ChannelBuilder().Build().AccessOf(Ids.Ada).ShouldBe(new ChannelAccess(IsPrivate: false, Role: null));
    }

    [Theory]
    [InlineData(ChannelType.Dm)]
    [InlineData(ChannelType.Group)]
    public void AccessOf_WhenDirectOrAGroup_IsPrivateWhateverIsSaid(ChannelType type) =>
        new ChannelBuilder { Type = type, IsPrivate = false }.Build().AccessOf(Ids.Ada).IsPrivate.ShouldBeTrue();

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "Guest Member")]
    public void MayBeJoinedBy_WhenAStranger_ComesInByItselfAloneAndOnlyWhereItIsOpen(bool isPrivate, string expected)
    {
        var channel = ChannelWith(Ids.Bob, ParticipantRole.Owner, isPrivate);

        RolesFor(channel, Ids.Ada, Callers.Ada).ShouldBe(expected);
        RolesFor(channel, Ids.OtherAgent, Callers.Ada).ShouldBe("");
        RolesFor(channel, ActorId.From("carol"), Callers.Ada).ShouldBe("");
        RolesFor(channel, Ids.Eliza, Callers.Eliza).ShouldBe(expected);
        RolesFor(channel, Ids.Ada, Callers.Eliza).ShouldBe("");
    }

    [Theory]
    [InlineData(ParticipantRole.Guest, "")]
    [InlineData(ParticipantRole.Member, "")]
    [InlineData(ParticipantRole.Admin, "Guest Member Admin")]
    [InlineData(ParticipantRole.Owner, "Guest Member Admin Owner")]
    public void MayBeJoinedBy_WhenAParticipant_BringsOthersInUpToItsOwnRoleIfItManages(ParticipantRole role, string expected)
    {
        foreach (var isPrivate in new[] { true, false })
            RolesFor(ChannelWith(Ids.Ada, role, isPrivate), Ids.Bob, Callers.Ada).ShouldBe(expected);
    }

    [Fact]
    public void MayBeJoinedBy_WhenAServiceThatManagesOrAnOperator_BringsAnybodyInAsAnything()
    {
        foreach (var caller in new[] { Callers.Operator, Callers.Service(Scopes.ChannelsWrite) })
        {
            foreach (var isPrivate in new[] { true, false })
                RolesFor(ChannelWith(Ids.Ada, ParticipantRole.Owner, isPrivate), Ids.Bob, caller).ShouldBe("Guest Member Admin Owner");
        }
    }

    [Fact]
    public void MayBeJoinedBy_WhenTheCallerIsNobodyOrMayNot_IsFalse()
    {
        Caller?[] callers = [null, Callers.Service(Scopes.MessagesRead | Scopes.MessagesWrite), Caller.Agent(Callers.KeyId, "key", Ids.Eliza, Scopes.MessagesRead)];

        foreach (var caller in callers)
        {
            foreach (var actor in new[] { Ids.Ada, Ids.Eliza })
                RolesFor(new ChannelBuilder().Build(), actor, caller).ShouldBe("");
        }
    }

    private static Channel ChannelWith(ActorId actor, ParticipantRole role, bool isPrivate)
    {
        var channel = new ChannelBuilder { IsPrivate = isPrivate }.Build();
        channel.Add(actor, ActorKind.User, name: null, role, Times.Now).ShouldSucceed();
        return channel;
    }

    private static string RolesFor(Channel channel, ActorId actor, Caller? caller) =>
        string.Join(' ', Roles.Where(role => channel.MayBeJoinedBy(actor, role, caller)));
}
