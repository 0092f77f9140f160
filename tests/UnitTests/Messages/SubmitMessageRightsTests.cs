using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class SubmitMessageRightsTests
{
    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeMessageRepository _messages = new();
    private readonly FakeAgentRunRepository _runs = new();
    private readonly FakeAgentDirectory _agents = new();

    [Fact]
    public async Task Handle_WhenTheAuthorIsMissing_IsTheCaller()
    {
        (await HandleAsync(Callers.Ada, author: null)).ShouldSucceed().UserId.ShouldBe("ada");
        _channels.AskedRole.ShouldBe(Ids.Ada);
        (await HandleAsync(Callers.Eliza, author: null)).ShouldSucceed().AgentId.ShouldBe(Ids.Eliza.Value);
        _channels.AskedRole.ShouldBe(Ids.Eliza);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("ADA")]
    [InlineData("e112a000-0000-4000-8000-000000000001")]
    public async Task Handle_WhenAPersonSpeaksForAnother_IsForbiddenAndStoresNothing(string author) =>
        await ShouldBeForbiddenAsync(Callers.Ada, author);

    [Fact]
    public async Task Handle_WhenAnAgentSpeaksForAPerson_NeedsItsGrant()
    {
        await ShouldBeForbiddenAsync(Callers.Eliza, "ada");
        _agents.Grants.Add((Ids.Eliza, Ids.Ada));

        var response = (await HandleAsync(Callers.Eliza, "ada")).ShouldSucceed();

        (response.UserId, response.AgentId).ShouldBe(("ada", null));
        _channels.AskedRole.ShouldBe(Ids.Ada);
        await ShouldBeForbiddenAsync(Callers.Eliza, "bob");
    }

    [Fact]
    public async Task Handle_WhenTheCallerMayNotWrite_IsForbiddenAndStoresNothing()
    {
        await ShouldBeForbiddenAsync(Callers.Service((Scopes)61), "ada");
        await ShouldBeForbiddenAsync(Caller.Agent(Callers.KeyId, "key", Ids.Eliza, Scopes.MessagesRead), author: null);
        await ShouldBeForbiddenAsync(caller: null, "ada");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ParticipantRole.Guest)]
    public async Task Handle_WhenTheChannelIsPrivateAndTheAuthorMayNotWrite_IsForbiddenAndStoresNothing(ParticipantRole? role)
    {
        Play(isPrivate: true, role);

        await ShouldBeForbiddenAsync(Callers.Ada, author: null);
        await ShouldBeForbiddenAsync(Callers.Eliza, author: null);
        _agents.Grants.Add((Ids.Eliza, Ids.Ada));
        await ShouldBeForbiddenAsync(Callers.Eliza, "ada");
    }

    [Fact]
    public async Task Handle_WhenAServiceMayWrite_SpeaksForAnybodyInAnyChannel()
    {
        Play(isPrivate: true, role: null);

        foreach (var author in new[] { "ada", "bob", "stranger", Ids.Eliza.Value })
            (await HandleAsync(Callers.Service(Scopes.MessagesWrite), author)).ShouldSucceed().AuthorId.ShouldBe(author);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchChannel_IsNotFoundBeforeItIsForbidden()
    {
        _channels.Channel = null;

        (await HandleAsync(Callers.Ada, "bob")).ShouldFail("Channel.NotFound");
    }

    private void Play(bool isPrivate, ParticipantRole? role) => _channels.Channel = _channels.Channel! with { Access = new ChannelAccess(isPrivate, role) };

    private async Task ShouldBeForbiddenAsync(Caller? caller, string? author)
    {
        var (messages, runs) = (_messages.Added.Count, _runs.Runs.Count);

        (await HandleAsync(caller, author)).ShouldFail("Access.Forbidden");

        (_messages.Added.Count, _runs.Runs.Count).ShouldBe((messages, runs));
    }

    private Task<Result<MessageResponse>> HandleAsync(Caller? caller, string? author)
    {
        var time = new ManualTimeProvider();
        var calls = caller.Calls();
        var poster = new MessagePoster(_channels, _messages, new MediaDescriptions(new FakeMediaFileRepository()), new RunRouter(_runs, time), new AgentWork(_runs, time), time);
        return new SubmitMessageCommandHandler(new MessageSubmitter(_channels, new Authorship(calls, _agents), _messages, poster), calls)
            .Handle(SubmitMessages.Valid with { AuthorId = author }, TestContext.Current.CancellationToken);
    }
}
