using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Idempotency;

/// <summary>Stored answers outlive the version that wrote them: what they are found and known by must stay.</summary>
public sealed class IdempotencyStoreTests
{
    private const string Hello =
        """{"ChannelId":"c0000000-0000-7000-8000-000000000001","ServerId":null,"AuthorId":"ada","Content":"Hello","InReplyToMessageId":null,"SourceType":null,"RawMessage":null,"Metadata":null,"Attachments":null}""";

    private static readonly IdempotencyKey Key = IdempotencyKey.Create("key").Value;

    private readonly FakeStoredAnswerRepository _answers = new();

    [Fact]
    public async Task Find_OfASubmission_KnowsItAsItAlwaysDid()
    {
        var entry = await Book().FindAsync(nameof(SubmitMessageCommand), SubmitMessages.Valid, Key, TestContext.Current.CancellationToken);

        entry.Fingerprint.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Hello))));
        entry.Earlier.ShouldBeNull();
    }

    [Fact]
    public async Task Find_OfAMessageInABatch_IsThatOfTheSingleSubmission()
    {
        var item = new MessageInput(Ids.Channel.ToString(), null, "ada", "Hello", null, null, null, null, null);

        var single = await Book().FindAsync(nameof(SubmitMessageCommand), SubmitMessages.Valid, Key, TestContext.Current.CancellationToken);
        var inBatch = await Book().FindAsync(MessageInput.Operation, item, Key, TestContext.Current.CancellationToken);

        inBatch.ShouldBe(single);
        (await Book().FindAsync(MessageInput.Operation, item with { AgentId = "agent-2" }, Key, TestContext.Current.CancellationToken)).Fingerprint.ShouldNotBe(single.Fingerprint);
    }

    [Fact]
    public void Answer_StoredByAnEarlierVersion_IsReadWithWhatWasAdded()
    {
        var old = """{"Id":"aa000000-0000-7000-8000-000000000001","Text":"Hello","UserId":"ada","AgentId":null,"RoomId":"c0000000-0000-7000-8000-000000000001","CreatedAt":5,"Metadata":{},"ChannelId":"c0000000-0000-7000-8000-000000000001","ServerId":"5e000000-0000-7000-8000-000000000001","AuthorId":"ada","InReplyToMessageId":null,"ThreadId":"aa000000-0000-7000-8000-000000000002","SourceType":"x","Attachments":[],"Mentions":[]}""";

        var message = JsonSerializer.Deserialize<MessageResponse>(old)!;

        (message.Content, message.UpdatedAt, message.InReplyToRootMessageId).ShouldBe(("Hello", 5, Ids.OtherMessage.Value));
    }

    private IdempotencyStore Book() => new(Callers.Ada.Calls(), _answers, new RequestKey(), new ManualTimeProvider());
}
