using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class SubmitMessageTests
{
    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeMessageRepository _messages = new();
    private readonly FakeAgentRunRepository _runs = new();

    [Fact]
    public async Task Handle_WhenValid_StoresTheMessageAndWakesTheAgent()
    {
        var response = (await HandleAsync(SubmitMessages.Valid)).ShouldSucceed();

        var message = _messages.Added.ShouldHaveSingleItem();
        response.Id.ShouldBe(message.Id.Value);
        (response.UserId, response.AgentId, response.AuthorId).ShouldBe(("ada", null, "ada"));
        (response.ChannelId, response.RoomId, response.ServerId).ShouldBe((Ids.Channel.Value, Ids.Channel.Value, Ids.Server.Value));
        response.CreatedAt.ShouldBe(Times.Now.ToUnixTimeSeconds());
        _runs.Runs.ShouldHaveSingleItem().MessageId.ShouldBe(message.Id);
    }

    [Theory]
    [InlineData("c0000000-0000-7000-8000-000000000002")]
    [InlineData("general")]
    public async Task Handle_WhenThereIsNoSuchChannel_IsNotFoundByTheClientsSpelling(string channel)
    {
        var error = (await HandleAsync(SubmitMessages.Valid with { ChannelId = channel })).ShouldFail("Channel.NotFound");

        error.Details.ShouldBe($"Channel with ID '{channel}' does not exist");
        _messages.Added.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("5e000000-0000-7000-8000-000000000001")]
    [InlineData("5E000000-0000-7000-8000-000000000001")]
    public async Task Handle_WhenTheServerIsTheChannelsOrTheDefault_Succeeds(string? server) =>
        (await HandleAsync(SubmitMessages.Valid with { ServerId = server })).ShouldSucceed().ServerId.ShouldBe(Ids.Server.Value);

    [Fact]
    public async Task Handle_WhenTheServerIsAnother_IsInvalid()
    {
        var error = (await HandleAsync(SubmitMessages.Valid with { ServerId = "5e000000-0000-7000-8000-000000000009" })).ShouldFail("Request.Invalid");

        error.Fields.ShouldBe([FieldFailure.Breaks("ServerId", MessageErrors.WrongServer.Details)]);
        error.Message.ShouldBe(CommonErrors.InvalidBody);
        _messages.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheParentIsInTheChannel_JoinsItsThread()
    {
        _messages.Places.Add((Ids.Channel, new ThreadPlace(Ids.Message, Ids.OtherMessage)));

        var response = (await HandleAsync(SubmitMessages.Valid with { InReplyToMessageId = Ids.Message.ToString() })).ShouldSucceed();

        (response.InReplyToMessageId, response.ThreadId).ShouldBe((Ids.Message.Value, Ids.OtherMessage.Value));
    }

    [Fact]
    public async Task Handle_WhenTheParentIsInAnotherChannel_IsNotFound()
    {
        _messages.Places.Add((Ids.OtherChannel, new ThreadPlace(Ids.Message, null)));

        (await HandleAsync(SubmitMessages.Valid with { InReplyToMessageId = Ids.Message.ToString() })).ShouldFail("Message.NotFound");

        _messages.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheAuthorIsAnAgent_IsAnAgentsMessageAndDoesNotWakeIt()
    {
        var response = (await HandleAsync(SubmitMessages.Valid with { AuthorId = Ids.Eliza.Value.ToUpperInvariant() })).ShouldSucceed();

        (response.UserId, response.AgentId, response.SourceType).ShouldBe((null, Ids.Eliza.Value, "agent_response"));
        _runs.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenEverythingIsGiven_KeepsAllOfIt()
    {
        var response = (await HandleAsync(SubmitMessages.Valid with
        {
            SourceType = "discord",
            Metadata = TestJson.Parse("""{ "a": 1 }"""),
            RawMessage = TestJson.Parse("\"raw\""),
            Attachments = [SubmitMessages.File],
        })).ShouldSucceed();

        (response.SourceType, response.Metadata.Text).ShouldBe(("discord", """{"a":1}"""));
        response.Attachments.ShouldBe([new AttachmentResponse("https://x.example/a.png", null, "a.png", 1, null, null)]);
        _messages.Added.ShouldHaveSingleItem().Raw!.Json.ShouldBe("\"raw\"");
    }

    private Task<Result<MessageResponse>> HandleAsync(SubmitMessageCommand command)
    {
        var time = new ManualTimeProvider();
        var caller = Callers.Operator.Calls();
        var poster = new MessagePoster(_channels, _messages, new MediaDescriptions(new FakeMediaFileRepository()), new RunRouter(_runs, time), new AgentWork(_runs, time), time);
        return new SubmitMessageCommandHandler(new MessageSubmitter(_channels, new Authorship(caller, new FakeAgentDirectory()), _messages, poster), caller)
            .Handle(command, TestContext.Current.CancellationToken);
    }
}
