using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Channels.AddAgent;
using Eliza.Application.Channels.AddParticipant;
using Eliza.Application.Channels.RemoveAgent;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

/// <summary>A private channel of Bob's with Eliza in it, to which Ada does not belong.</summary>
public sealed class ChannelRightsTests
{
    private readonly FakeChannelRepository _channels = new();
    private readonly Channel _channel = new ChannelBuilder { IsPrivate = true }.Build();

    public ChannelRightsTests()
    {
        _channel.Add(Ids.Bob, ActorKind.User, name: null, ParticipantRole.Owner, Times.Now).ShouldSucceed();
        _channel.Add(Ids.Eliza, ActorKind.Agent, name: null, ParticipantRole.Member, Times.Now).ShouldSucceed();
        _channels.Add(_channel);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Id => _channel.Id.ToString();

    [Fact]
    public async Task Add_WhenAStranger_IsForbiddenAndAddsNobody()
    {
        foreach (var caller in new[] { Callers.Ada, Callers.Eliza, Callers.Service(Scopes.MessagesWrite), null })
        {
            (await AddAsync(caller, new AddParticipantCommand(Id, "ada", null, null))).ShouldFail("Access.Forbidden");
            (await AddAgentAsync(caller, Ids.OtherAgent.Value)).ShouldFail("Access.Forbidden");
        }

        _channel.Participants.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Add_WhenTheOwner_BringsThemIn()
    {
        (await AddAsync(Callers.Bob, new AddParticipantCommand(Id, "ada", "owner", null))).ShouldSucceed().Role.ShouldBe("owner");
        (await AddAgentAsync(Callers.Bob, Ids.OtherAgent.Value)).ShouldSucceed().AgentId.ShouldBe(Ids.OtherAgent.Value);
    }

    [Fact]
    public async Task Add_WhenAnAdmin_GivesNoRoleAboveItsOwn()
    {
        _channel.Add(Ids.Ada, ActorKind.User, name: null, ParticipantRole.Admin, Times.Now).ShouldSucceed();

        (await AddAsync(Callers.Ada, new AddParticipantCommand(Id, "carol", "owner", null))).ShouldFail("Access.Forbidden");
        (await AddAsync(Callers.Ada, new AddParticipantCommand(Id, "carol", "admin", null))).ShouldSucceed();
    }

    [Theory]
    [InlineData(null, "Ada Lovelace")]
    [InlineData("Countess", "Countess")]
    public async Task Add_WhenOneselfToAnOpenChannel_IsUnderTheNameGivenOrTheTokens(string? name, string expected)
    {
        var open = new ChannelBuilder().Build();
        _channels.Channels.Insert(0, open);

        (await AddAsync(Callers.Ada, new AddParticipantCommand(open.Id.ToString(), "ada", null, name))).ShouldSucceed().Name.ShouldBe(expected);
        (await AddAsync(Callers.Ada, new AddParticipantCommand(open.Id.ToString(), "bob", null, name))).ShouldFail("Access.Forbidden");
    }

    [Fact]
    public async Task Add_WhenNobodyNamesThePerson_IsWithoutAName()
    {
        var open = new ChannelBuilder().Build();
        open.Add(Ids.Ada, ActorKind.User, name: null, ParticipantRole.Owner, Times.Now).ShouldSucceed();
        _channels.Channels.Insert(0, open);

        (await AddAsync(Callers.Ada, new AddParticipantCommand(open.Id.ToString(), "carol", null, null))).ShouldSucceed().Name.ShouldBeNull();
        (await AddAsync(Callers.Operator, new AddParticipantCommand(open.Id.ToString(), "dan", null, null))).ShouldSucceed().Name.ShouldBeNull();
        (await AddAsync(Callers.Bob, new AddParticipantCommand(open.Id.ToString(), "bob", null, null))).ShouldSucceed().Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("ada", true)]
    [InlineData("not an id", true)]
    [InlineData("e112a000-0000-4000-8000-000000000001", true)]
    [InlineData("e112a000-0000-4000-8000-000000000001", false)]
    public async Task Remove_WhenAStranger_IsForbiddenWhetherItIsInOrNot(string agent, bool isKnown)
    {
        (await RemoveAsync(isKnown ? Caller.User(ActorId.From("carol")) : null, agent)).ShouldFail("Access.Forbidden");

        _channel.Participants.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Remove_WhenByItself_Leaves()
    {
        (await RemoveAsync(Callers.Eliza, Ids.Eliza.Value.ToUpperInvariant())).ShouldSucceed();

        _channel.Participants.ShouldHaveSingleItem().ActorId.ShouldBe(Ids.Bob);
        (await RemoveAsync(Callers.Eliza, Ids.Eliza.Value)).ShouldFail("Channel.NotAParticipant");
    }

    [Fact]
    public async Task Remove_WhenTheOwnerOrAServiceThatManages_TakesItOut()
    {
        (await RemoveAsync(Callers.Service(Scopes.ChannelsWrite), "not an id")).ShouldFail("Channel.NotAParticipant");
        (await RemoveAsync(Callers.Bob, Ids.Eliza.Value)).ShouldSucceed();
        (await RemoveAsync(Callers.Bob, "bob")).ShouldFail("Channel.NotAParticipant");
    }

    private Task<Result<ParticipantResponse>> AddAsync(Caller? caller, AddParticipantCommand command) =>
        new AddParticipantCommandHandler(_channels, new FakeChannelDirectory(), new FakeAgentDirectory(), caller.Calls(), new ManualTimeProvider(), Mapping.Mapper).Handle(command, Token);

    private Task<Result<ChannelAgentLink>> AddAgentAsync(Caller? caller, string agent) =>
        new AddAgentCommandHandler(_channels, new FakeAgentDirectory(), caller.Calls(), new ManualTimeProvider()).Handle(new AddAgentCommand(Id, agent), Token);

    private Task<Result<ChannelAgentLink>> RemoveAsync(Caller? caller, string agent) =>
        new RemoveAgentCommandHandler(_channels, new AgentWork(new FakeAgentRunRepository(), new ManualTimeProvider()), caller.Calls()).Handle(new RemoveAgentCommand(Id, agent), Token);
}
