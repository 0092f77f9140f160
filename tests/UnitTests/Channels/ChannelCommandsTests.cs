using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Channels.AddAgent;
using Eliza.Application.Channels.AddParticipant;
using Eliza.Application.Channels.CreateChannel;
using Eliza.Application.Channels.RemoveAgent;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelCommandsTests
{
    private readonly FakeChannelRepository _channels = new();
    private readonly FakeServerDirectory _servers = new();
    private readonly Channel _channel = new ChannelBuilder().Build();

    public ChannelCommandsTests() => _channels.Add(_channel);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Id => _channel.Id.ToString();

    [Theory]
    [InlineData(null, "00000000-0000-0000-0000-000000000000")]
    [InlineData("5e000000-0000-7000-8000-000000000001", "5e000000-0000-7000-8000-000000000001")]
    public async Task Create_WhenServerIsNamedOrNot_EnsuresItAndStoresTheChannel(string? server, string expected)
    {
        var factory = new ChannelFactory(_channels, _servers, new FakeAgentDirectory(), Callers.Operator.Calls(), new ManualTimeProvider());
        var handler = new CreateChannelCommandHandler(factory, Callers.Operator.Calls(), Mapping.Mapper);

        var response = (await handler.Handle(new CreateChannelCommand("news", server, "feed", "Talk", null, TestJson.Parse("""{"a":1}""")), Token)).ShouldSucceed();

        _servers.Ensured.ShouldBe([new ServerId(new Guid(expected))]);
        (response.Id, response.Name, response.ServerId, response.Type).ShouldBe((_channels.Channels[^1].Id.Value, "news", new Guid(expected), "group"));
        (response.Description, response.Metadata.Text, response.IsPrivate, response.CreatedAt)
            .ShouldBe(("Talk", """{"a":1}""", true, Times.Now.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("general", null, true)]
    [InlineData(null, null, false)]
    [InlineData("Ada & Bob", null, false)]
    [InlineData("Ada & Bob", "dm", true)]
    [InlineData(null, "SELF", true)]
    [InlineData(" ", "DM", true)]
    [InlineData("general", "huddle", false)]
    public void Validate_WhenChannelIsNamed_HoldsOnlyTheNotDirectToTheNamingRules(string? name, string? type, bool valid) =>
        new CreateChannelCommandValidator().Validate(new CreateChannelCommand(name, null, type, null, null, null)).IsValid.ShouldBe(valid);

    [Fact]
    public async Task AddParticipant_WhenAnAgentsId_IsTheAgentUnderItsOwnName()
    {
        var response = (await AddAsync(new AddParticipantCommand(Id, Ids.Eliza.Value, null, "Somebody"))).ShouldSucceed();

        (response.Kind, response.Name, response.Role, response.ChannelId).ShouldBe(("agent", "Eliza", "member", _channel.Id.Value));
    }

    [Fact]
    public async Task AddParticipant_WhenAPerson_IsAsAskedAndOnlyOnce()
    {
        var command = new AddParticipantCommand(Id, "ada", "OWNER", "Ada");

        var response = (await AddAsync(command)).ShouldSucceed();
        (response.Kind, response.Name, response.Role, response.UserId, response.JoinedAt).ShouldBe(("user", "Ada", "owner", "ada", Times.Now.ToUnixTimeSeconds()));
        (await AddAsync(command)).ShouldFail("Channel.AlreadyParticipant");
    }

    [Theory]
    [InlineData("general")]
    [InlineData("c0000000-0000-7000-8000-000000000002")]
    public async Task AnyCommand_WhenThereIsNoSuchChannel_IsNotFound(string id)
    {
        (await AddAsync(new AddParticipantCommand(id, "ada", null, null))).ShouldFail("Channel.NotFound");
        (await AddAgentAsync(id, Ids.Eliza.Value)).ShouldFail("Channel.NotFound");
        (await RemoveAgentAsync(id, Ids.Eliza.Value)).ShouldFail("Channel.NotFound").Details.ShouldBe($"Channel with ID '{id}' does not exist");
        (await RemoveAgentAsync(id, "not an id")).ShouldFail("Channel.NotFound");
    }

    [Fact]
    public async Task AddAgent_WhenItIsInAlready_ChangesNothing()
    {
        (await AddAgentAsync(Id, Ids.Eliza.Value)).ShouldSucceed();
        (await AddAgentAsync(Id, Ids.Eliza.Value)).ShouldSucceed().ShouldBe(new ChannelAgentLink(_channel.Id.Value, Ids.Eliza.Value));

        _channel.Participants.ShouldHaveSingleItem().Name.ShouldBe(DisplayName.From("Eliza"));
    }

    [Fact]
    public async Task AddAgent_WhenThereIsNoSuchAgent_IsNotFound()
    {
        (await AddAgentAsync(Id, "ada")).ShouldFail("Agent.NotFound");

        _channel.Participants.ShouldBeEmpty();
    }

    [Fact]
    public async Task RemoveAgent_WhenItIsIn_TakesItOut()
    {
        (await AddAgentAsync(Id, Ids.Eliza.Value)).ShouldSucceed();

        (await RemoveAgentAsync(Id, Ids.Eliza.Value)).ShouldSucceed();

        _channel.Participants.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("not an id")]
    public async Task RemoveAgent_WhenItIsNotIn_IsNotFound(string agent) =>
        (await RemoveAgentAsync(Id, agent)).ShouldFail("Channel.NotAParticipant").Details.ShouldBe($"'{agent}' is not in the channel");

    private Task<Result<ParticipantResponse>> AddAsync(AddParticipantCommand command) =>
        new AddParticipantCommandHandler(_channels, new FakeChannelDirectory(), new FakeAgentDirectory(), Callers.Operator.Calls(), new ManualTimeProvider(), Mapping.Mapper).Handle(command, Token);

    private Task<Result<ChannelAgentLink>> AddAgentAsync(string channel, string agent) =>
        new AddAgentCommandHandler(_channels, new FakeAgentDirectory(), Callers.Operator.Calls(), new ManualTimeProvider()).Handle(new AddAgentCommand(channel, agent), Token);

    private Task<Result<ChannelAgentLink>> RemoveAgentAsync(string channel, string agent) =>
        new RemoveAgentCommandHandler(_channels, new AgentWork(new FakeAgentRunRepository(), new ManualTimeProvider()), Callers.Operator.Calls()).Handle(new RemoveAgentCommand(channel, agent), Token);
}
