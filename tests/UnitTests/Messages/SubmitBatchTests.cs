using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitBatch;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class SubmitBatchTests
{
    private static readonly MessageInput Hello = new(Ids.Channel.ToString(), null, null, "Hello", null, null, null, null, null);

    private readonly FakeMessageRepository _messages = new();
    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeStoredAnswerRepository _answers = new();
    private readonly RequestInput _input = new();
    private readonly RequestKey _key = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Handle_WhenSomeAreWrong_PostsTheOthers()
    {
        _input.Add(FieldFailure.Breaks("Messages[2].Content", "must be a string"));

        var results = await HandleAsync(new(Hello, null), new(Hello with { Content = " " }, null), new(Hello with { Content = null }, null), null, new(Hello, "two words"), new(Hello with { AuthorId = "bob" }, null), new(Hello, null));

        results.Select(item => item.Error?.Code).ShouldBe([null, "Request.Invalid", "Request.Invalid", "Request.Invalid", "Request.Invalid", "Access.Forbidden", null]);
        results[2].Error!.Fields.ShouldHaveSingleItem().Problem.ShouldContain("must be a string");
        results[1].Error!.Fields.ShouldHaveSingleItem().Path.ShouldBe("Messages[1].Content");
        results[4].Error!.Fields.ShouldHaveSingleItem().Path.ShouldBe("Messages[4].MessageId");
        _messages.Added.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handle_WhenAKeyComesTwice_PostsItOnce()
    {
        var results = await HandleAsync(new(Hello, "k"), new(Hello, "k"), new(Hello with { Content = "Other" }, "k"));

        _messages.Added.ShouldHaveSingleItem();
        _answers.Answers.ShouldHaveSingleItem().MessageId.ShouldBe(_messages.Added[0].Id);
        results.Select(item => (item.Replayed, item.Error?.Code)).ShouldBe([(false, null), (true, null), (false, "Idempotency.OtherRequest")]);
        results[1].Message.ShouldBe(results[0].Message);
    }

    [Fact]
    public async Task Handle_WhenAKeyWasUsedBefore_TellsThatMessage()
    {
        var first = (await HandleAsync(new BatchItem(Hello, "k")))[0];
        _key.MayBeTaken = true;

        var second = (await HandleAsync(new BatchItem(Hello, "k")))[0];
        _time.Advance(StoredAnswer.Lifetime);
        var third = (await HandleAsync(new BatchItem(Hello, "k")))[0];

        (second.Replayed, second.Message).ShouldBe((true, first.Message));
        (third.Replayed, _messages.Added.Count, _answers.Answers.Count).ShouldBe((false, 2, 1));
    }

    [Fact]
    public async Task Handle_WhenTheKeysAreNew_LooksNoneUp()
    {
        await HandleAsync(new(Hello, "k"), new(Hello, "l"), new(Hello, null));

        (_answers.LookUps, _answers.Answers.Count).ShouldBe((0, 2));
    }

    [Fact]
    public async Task Handle_WhenAMessageCanBePostedNoMoreButWasBefore_TellsThatMessage()
    {
        var first = (await HandleAsync(new BatchItem(Hello, "k")))[0];
        _channels.Channel = null;

        var results = await HandleAsync(new(Hello, "k"), new(Hello with { Content = "Other" }, "k"), new(Hello, "new"));

        (results[0].Replayed, results[0].Message).ShouldBe((true, first.Message));
        results.Select(item => item.Error?.Code).ShouldBe([null, "Idempotency.OtherRequest", "Channel.NotFound"]);
    }

    [Fact]
    public async Task Handle_WhenAMessageFails_BurnsNotItsKey()
    {
        (await HandleAsync(new BatchItem(Hello with { AuthorId = "bob" }, "k")))[0].Error.ShouldNotBeNull();
        _answers.Answers.ShouldBeEmpty();
        (await HandleAsync(new BatchItem(Hello, "k")))[0].Error.ShouldBeNull();
    }

    [Fact]
    public async Task Handle_WhenTheCallerMayNotWrite_IsForbidden() =>
        (await Handler(Callers.Service(Scopes.MessagesRead)).Handle(new SubmitBatchCommand([new BatchItem(Hello, null)]), TestContext.Current.CancellationToken))
            .ShouldFail("Access.Forbidden");

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(101)]
    public void Validate_WhenThereIsNoProperList_Fails(int? count) =>
        new SubmitBatchCommandValidator().Validate(new SubmitBatchCommand(count is null ? null : new BatchItem?[count.Value])).IsValid.ShouldBeFalse();

    private async Task<IReadOnlyList<ItemOutcome>> HandleAsync(params BatchItem?[] items) =>
        (await Handler(Callers.Ada).Handle(new SubmitBatchCommand(items), TestContext.Current.CancellationToken)).ShouldSucceed().Results;

    private SubmitBatchCommandHandler Handler(Caller caller)
    {
        var runs = new FakeAgentRunRepository();
        var poster = new MessagePoster(_channels, _messages, new MediaDescriptions(new FakeMediaFileRepository()), new RunRouter(runs, _time), new AgentWork(runs, _time), _time);
        var submitter = new MessageSubmitter(_channels, new Authorship(caller.Calls(), new FakeAgentDirectory()), _messages, poster);
        return new SubmitBatchCommandHandler(submitter, new IdempotencyStore(caller.Calls(), _answers, _key, _time), _input, caller.Calls());
    }
}
