using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelAccessTests
{
    private const Scopes OfChannels = Scopes.MessagesRead | Scopes.MessagesWrite | Scopes.ChannelsWrite;

    private static readonly ParticipantRole[] Roles = Enum.GetValues<ParticipantRole>();

    private static readonly Caller?[] WhoMayNothing =
    [
        null,
        Callers.Service(Scopes.None),
        Callers.Service(Scopes.SessionsWrite | Scopes.AgentsWrite | Scopes.TokensIssue),
        AgentWith(Scopes.None),
        AgentWith(Scopes.SessionsWrite),
    ];

    /// <summary>
    /// What a service with the scopes and an operator may, and what a person and an agent with the scopes may: r to read, w
    /// to write, m to manage, j to join, and the highest role that they may give.
    /// </summary>
    [Theory]
    [InlineData(true, null, "rwm- Owner", "---- ")]
    [InlineData(true, ParticipantRole.Guest, "rwm- Owner", "r--- ")]
    [InlineData(true, ParticipantRole.Member, "rwm- Owner", "rw-- ")]
    [InlineData(true, ParticipantRole.Admin, "rwm- Owner", "rwm- Admin")]
    [InlineData(true, ParticipantRole.Owner, "rwm- Owner", "rwm- Owner")]
    [InlineData(false, null, "rwmj Owner", "rw-j ")]
    [InlineData(false, ParticipantRole.Guest, "rwmj Owner", "rw-j ")]
    [InlineData(false, ParticipantRole.Member, "rwmj Owner", "rw-j ")]
    [InlineData(false, ParticipantRole.Admin, "rwmj Owner", "rwmj Admin")]
    [InlineData(false, ParticipantRole.Owner, "rwmj Owner", "rwmj Owner")]
    public void Access_WhenAnybodyAsks_IsAsTheTableSays(bool isPrivate, ParticipantRole? role, string trusted, string others)
    {
        var access = new ChannelAccess(isPrivate, role);

        foreach (var caller in new[] { Callers.Operator, Callers.Service(OfChannels) }) Describe(access, caller).ShouldBe(trusted);
        foreach (var caller in new[] { Callers.Ada, AgentWith(OfChannels), AgentWith(Scopes.Admin) }) Describe(access, caller).ShouldBe(others);
        foreach (var caller in WhoMayNothing) Describe(access, caller).ShouldBe("---- ");
    }

    [Fact]
    public void Access_WhenAScopeIsMissing_LacksWhatItIsFor()
    {
        foreach (var access in Accesses)
        {
            foreach (var make in new Func<Scopes, Caller>[] { Callers.Service, AgentWith })
            {
                var (all, noRead, noWrite, noManage) = (
                    make(OfChannels), make(OfChannels & ~Scopes.MessagesRead), make(OfChannels & ~Scopes.MessagesWrite), make(OfChannels & ~Scopes.ChannelsWrite));

                Describe(access, noRead).ShouldBe($"-{Describe(access, all)[1..]}");
                Describe(access, noWrite)[..4].ShouldBe(Describe(access, all)[..4].Replace('w', '-').Replace('j', '-'));
                Describe(access, noManage).ShouldBe($"{Describe(access, all)[..4].Replace('m', '-')} ");
            }
        }
    }

    [Fact]
    public void Writing_WhenAllowedToAPerson_ImpliesReading() =>
        Accesses.Where(access => access.AllowsWriting(Callers.Ada)).ShouldAllBe(access => access.AllowsReading(Callers.Ada));

    [Fact]
    public void Managing_WhenAllowedToAPerson_ImpliesWriting() =>
        Accesses.Where(access => access.AllowsManaging(Callers.Ada)).ShouldAllBe(access => access.AllowsWriting(Callers.Ada));

    [Fact]
    public void Rights_WhenTheRoleRises_NeverShrink()
    {
        foreach (var isPrivate in new[] { true, false })
        {
            foreach (var (lower, higher) in Roles.Zip(Roles.Skip(1)))
            {
                var (less, more) = (new ChannelAccess(isPrivate, lower), new ChannelAccess(isPrivate, higher));

                (!less.AllowsReading(Callers.Ada) || more.AllowsReading(Callers.Ada)).ShouldBeTrue();
                (!less.AllowsWriting(Callers.Ada) || more.AllowsWriting(Callers.Ada)).ShouldBeTrue();
                (!less.AllowsManaging(Callers.Ada) || more.AllowsManaging(Callers.Ada)).ShouldBeTrue();
                Roles.ShouldAllBe(role => !less.AllowsGiving(role, Callers.Ada) || more.AllowsGiving(role, Callers.Ada));
            }
        }
    }

    [Fact]
    public void Giving_WhenAPersonsOrAnAgents_IsNeverAboveTheirOwn()
    {
        foreach (var access in Accesses)
        {
            foreach (var caller in new[] { Callers.Ada, AgentWith(OfChannels), AgentWith(Scopes.Admin) })
                Roles.Where(role => access.AllowsGiving(role, caller)).ShouldAllBe(role => access.AllowsManaging(caller) && role <= access.Role);
        }
    }

    [Fact]
    public void Joining_WhenAsMoreThanAMember_IsAllowedToNobody()
    {
        foreach (var access in Accesses)
        {
            foreach (var role in new[] { ParticipantRole.Admin, ParticipantRole.Owner })
                new[] { Callers.Operator, Callers.Ada, AgentWith(OfChannels) }.ShouldAllBe(caller => !access.AllowsJoining(role, caller));
        }
    }

    private static IEnumerable<ChannelAccess> Accesses =>
        from isPrivate in new[] { true, false }
        from role in Roles.Cast<ParticipantRole?>().Prepend(null)
        select new ChannelAccess(isPrivate, role);

    private static Caller AgentWith(Scopes scopes) => Caller.Agent(Callers.KeyId, "key", Ids.Eliza, scopes);

    private static string Describe(ChannelAccess access, Caller? caller)
    {
        access.AllowsJoining(ParticipantRole.Guest, caller).ShouldBe(access.AllowsJoining(ParticipantRole.Member, caller));
        var given = Roles.Where(role => access.AllowsGiving(role, caller)).ToList();
        given.ShouldBe(Roles.Take(given.Count));
        return string.Concat(
            access.AllowsReading(caller) ? 'r' : '-',
            access.AllowsWriting(caller) ? 'w' : '-',
            access.AllowsManaging(caller) ? 'm' : '-',
            access.AllowsJoining(ParticipantRole.Member, caller) ? 'j' : '-') + $" {(given.Count == 0 ? "" : given[^1])}";
    }
}
