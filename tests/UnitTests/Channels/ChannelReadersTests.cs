using Eliza.Application.Agents.ListAgents;
using Eliza.Application.Channels.GetChannel;
using Eliza.Application.Channels.ListChannelAgents;
using Eliza.Application.Channels.ListParticipants;
using Eliza.Application.Messages.ListMessages;
using Eliza.Application.Servers.ListServers;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

/// <summary>Every query of a channel, by those who may read it and those who may not.</summary>
public sealed class ChannelReadersTests
{
    private readonly FakeChannelDirectory _directory = new();
    private readonly Channel _channel = new ChannelBuilder().Build();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyQuery_WhenTheChannelIsPrivateAndTheCallerIsNotIn_IsForbidden()
    {
        Play(isPrivate: true, role: null);

        foreach (var caller in new[] { Callers.Ada, Callers.Eliza, Callers.Service(Scopes.MessagesWrite | Scopes.ChannelsWrite), null })
        {
            (await AskAsync(caller)).ShouldAllBe(error => error!.Code == "Access.Forbidden");
            _directory.AskedRole.ShouldBe(caller?.Actor);
        }
    }

    [Fact]
    public async Task AnyQuery_WhenTheCallerIsAGuestOrTrusted_IsAnswered()
    {
        Play(isPrivate: true, ParticipantRole.Guest);
        (await AskAsync(Callers.Ada)).ShouldAllBe(error => error == null);

        Play(isPrivate: true, role: null);
        (await AskAsync(Callers.Service(Scopes.MessagesRead))).ShouldAllBe(error => error == null);
        (await AskAsync(Callers.Operator)).ShouldAllBe(error => error == null);
    }

    [Fact]
    public async Task AnyQuery_WhenTheChannelIsOpen_IsAnsweredToWhoMayRead()
    {
        Play(isPrivate: false, role: null);

        (await AskAsync(Callers.Ada)).ShouldAllBe(error => error == null);
        (await AskAsync(Callers.Eliza)).ShouldAllBe(error => error == null);
        (await AskAsync(Caller.Agent(Callers.KeyId, "key", Ids.Eliza, Scopes.MessagesWrite))).ShouldAllBe(error => error!.Code == "Access.Forbidden");
    }

    [Fact]
    public async Task AnyQuery_WhenThereIsNoSuchChannel_IsNotFoundBeforeItIsForbidden()
    {
        _directory.Channel = null;

        (await AskAsync(Callers.Ada)).ShouldAllBe(error => error!.Code == "Channel.NotFound");
        (await AskAsync(caller: null)).ShouldAllBe(error => error!.Code == "Channel.NotFound");
    }

    [Fact]
    public async Task Lists_OfServersAndAgents_AreForWhoMayRead()
    {
        var servers = new FakeReadRepository<Server>([Server.Default(Times.Now)]);
        var agents = new FakeReadRepository<Agent>([Agent.Eliza(Times.Now)]);

        foreach (var caller in new[] { Callers.Operator, Callers.Ada, Callers.Eliza })
        {
            (await new ListServersQueryHandler(servers, caller.Calls()).Handle(new ListServersQuery(null, null), Token)).ShouldSucceed().Total.ShouldBe(1);
            (await new ListAgentsQueryHandler(agents, caller.Calls()).Handle(new ListAgentsQuery(null, null), Token)).ShouldSucceed().Total.ShouldBe(1);
        }
        foreach (var caller in new[] { Callers.Service((Scopes)62), null })
        {
            (await new ListServersQueryHandler(servers, caller.Calls()).Handle(new ListServersQuery(null, null), Token)).ShouldFail("Access.Forbidden");
            (await new ListAgentsQueryHandler(agents, caller.Calls()).Handle(new ListAgentsQuery(null, null), Token)).ShouldFail("Access.Forbidden");
        }
    }

    private void Play(bool isPrivate, ParticipantRole? role) =>
        _directory.Channel = new(_channel.Id, Ids.Server, ChannelType.Text, new ChannelAccess(isPrivate, role), []);

    /// <summary>What goes wrong with each query; null for what is answered.</summary>
    private async Task<List<Error?>> AskAsync(Caller? caller)
    {
        var (id, calls) = (_channel.Id.ToString(), caller.Calls());
        var participants = new FakeReadRepository<Participant>(_channel.Participants);
        var members = new FakeChannelMembers(_channel.Participants);
        return
        [
            (await new GetChannelQueryHandler(_directory, new FakeReadRepository<Channel>([_channel]), members, calls).Handle(new GetChannelQuery(id), Token)).Error,
            (await new ListParticipantsQueryHandler(_directory, participants, calls).Handle(new ListParticipantsQuery(id, null, null), Token)).Error,
            (await new ListChannelAgentsQueryHandler(_directory, members, calls).Handle(new ListChannelAgentsQuery(id, null, null), Token)).Error,
            (await new ListMessagesQueryHandler(_directory, new EmptyHistory(), calls).Handle(new ListMessagesQuery(id, null, null, null, null), Token)).Error,
        ];
    }
}
