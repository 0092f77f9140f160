using Eliza.Domain.Channels;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ParticipantRolesTests
{
    [Theory]
    [InlineData(null, ParticipantRole.Member)]
    [InlineData("member", ParticipantRole.Member)]
    [InlineData("Owner", ParticipantRole.Owner)]
    [InlineData("ADMIN", ParticipantRole.Admin)]
    [InlineData("gUEST", ParticipantRole.Guest)]
    public void Parse_WhenNamedInAnyCase_IsTheRole(string? name, ParticipantRole expected) =>
        ParticipantRoles.Parse(name).ShouldSucceed().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("moderator")]
    [InlineData("member ")]
    [InlineData("3")]
    public void Parse_WhenUnknown_Fails(string name) =>
        ParticipantRoles.Parse(name).ShouldBreakRule("Participant.UnknownRole", "must be one of owner, admin, member, guest");

    [Fact]
    public void Name_WhenOfAnyRole_IsReadBack()
    {
        foreach (var role in Enum.GetValues<ParticipantRole>()) ParticipantRoles.Parse(role.Name()).ShouldSucceed().ShouldBe(role);
    }

    [Fact]
    public void Name_WhenNoRole_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => ((ParticipantRole)99).Name());

    [Fact]
    public void Roles_WhenOrdered_RiseInRights() =>
        Enum.GetValues<ParticipantRole>().ShouldBe([ParticipantRole.Guest, ParticipantRole.Member, ParticipantRole.Admin, ParticipantRole.Owner]);
}
