using Eliza.Application.Channels;
using Eliza.Application.Channels.CreateChannel;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

/// <summary>Who opens a channel owns it, if it is somebody.</summary>
public sealed class ChannelOwnersTests
{
    private static readonly Caller AgentThatCreates = Caller.Agent(Callers.KeyId, "key", Ids.Eliza, Scopes.ChannelsWrite);

    private readonly FakeChannelRepository _channels = new();
    private readonly FakeServerDirectory _servers = new();

    [Fact]
    public async Task Create_WhenAPerson_IsItsOwnerUnderTheTokensName()
    {
        (await CreateAsync(Callers.Ada)).ShouldSucceed();

        var owner = _channels.Channels[^1].Participants.ShouldHaveSingleItem();
        (owner.ActorId, owner.Kind, owner.Role, owner.Name).ShouldBe((Ids.Ada, ActorKind.User, ParticipantRole.Owner, DisplayName.From("Ada Lovelace")));
    }

    [Fact]
    public async Task Create_WhenAnAgent_IsItsOwnerUnderItsOwnName()
    {
        (await CreateAsync(AgentThatCreates)).ShouldSucceed();

        var owner = _channels.Channels[^1].Participants.ShouldHaveSingleItem();
        (owner.ActorId, owner.Kind, owner.Role, owner.Name).ShouldBe((Ids.Eliza, ActorKind.Agent, ParticipantRole.Owner, DisplayName.From("Eliza")));
    }

    [Fact]
    public async Task Create_WhenAService_IsNobodys()
    {
        foreach (var caller in new[] { Callers.Operator, Callers.Service(Scopes.ChannelsWrite) })
        {
            (await CreateAsync(caller)).ShouldSucceed();

            _channels.Channels[^1].Participants.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Create_WhenTheCallerMayNot_IsForbiddenAndStoresNothing()
    {
        foreach (var caller in new[] { Callers.Service((Scopes)(63 & ~4)), Callers.Eliza, null })
            (await CreateAsync(caller)).ShouldFail("Access.Forbidden");

        _channels.Channels.ShouldBeEmpty();
        _servers.Ensured.ShouldBeEmpty();
    }

    private Task<Result<ChannelResponse>> CreateAsync(Caller? caller) =>
        new CreateChannelCommandHandler(
                new ChannelFactory(_channels, _servers, new FakeAgentDirectory(), caller.Calls(), new ManualTimeProvider()), caller.Calls(), Mapping.Mapper)
            .Handle(new CreateChannelCommand("news", null, null, null, null, null), TestContext.Current.CancellationToken);
}
