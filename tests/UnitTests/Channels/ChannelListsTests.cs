using Eliza.Application.Channels.ListChannelAgents;
using Eliza.Application.Channels.ListParticipants;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

/// <summary>A channel with Ada, Eliza, and one who was an agent once.</summary>
public sealed class ChannelListsTests
{
    private const string Gone = "agent-of-old";

    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeReadRepository<Participant> _participants;
    private readonly FakeChannelMembers _members;
    private readonly string _channel;

    public ChannelListsTests()
    {
        var channel = new ChannelBuilder().Build();
        Join("ada", ActorKind.User);
        Join(Gone, ActorKind.Agent);
        Join(Ids.Eliza.Value, ActorKind.Agent);
        _channels.Channel = new(channel.Id, Ids.Server, ChannelType.Text, channel.AccessOf(actor: null), []);
        _channel = channel.Id.ToString();
        _participants = new(channel.Participants);
        _members = new(channel.Participants);

        void Join(string id, ActorKind kind) =>
            channel.Add(ActorId.From(id), kind, null, ParticipantRole.Member, Times.Now.AddSeconds(channel.Participants.Count)).ShouldSucceed();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ListChannelAgentsQueryHandler Agents => new(_channels, _members, Callers.Operator.Calls());

    private ListParticipantsQueryHandler Participants => new(_channels, _participants, Callers.Operator.Calls());

    [Fact]
    public async Task ListAgents_WhenOneIsNoLongerKnown_LeavesItOut()
    {
        var page = (await Agents.Handle(new ListChannelAgentsQuery(_channel, null, null), Token)).ShouldSucceed();

        page.Items.ShouldHaveSingleItem().Id.ShouldBe(Ids.Eliza.Value);
    }

    [Fact]
    public async Task ListParticipants_WhenAnAgentIsNoLongerKnown_StillShowsItTakesPart()
    {
        var page = (await Participants.Handle(new ListParticipantsQuery(_channel, null, null), Token)).ShouldSucceed();

        page.Items.Select(participant => participant.UserId).ShouldBe(["ada", Gone, Ids.Eliza.Value]);
    }

    [Fact]
    public async Task EitherList_WhenTheChannelIsThere_DoesNotReadAllItsAgents()
    {
        (await Agents.Handle(new ListChannelAgentsQuery(_channel, null, null), Token)).ShouldSucceed();
        (await Participants.Handle(new ListParticipantsQuery(_channel, null, null), Token)).ShouldSucceed();

        _channels.EntriesRead.ShouldBe(0);
    }

    [Theory]
    [InlineData("general")]
    [InlineData("c0000000-0000-7000-8000-000000000002")]
    public async Task EitherList_WhenThereIsNoSuchChannel_IsNotFoundByTheClientsSpelling(string id)
    {
        (await Agents.Handle(new ListChannelAgentsQuery(id, null, null), Token)).ShouldFail("Channel.NotFound").Details.ShouldContain($"'{id}'");
        (await Participants.Handle(new ListParticipantsQuery(id, null, null), Token)).ShouldFail("Channel.NotFound").Details.ShouldContain($"'{id}'");
    }
}
