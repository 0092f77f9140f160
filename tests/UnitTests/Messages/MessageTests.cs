using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class MessageTests
{
    private static readonly MessageDraft Draft = new MessageBuilder().Draft;

    [Fact]
    public void Post_WhenDrafted_IsAsTheAuthorDecided()
    {
        var draft = Draft with
        {
            SourceType = SourceType.Create("discord").Value,
            Mentions = [Ids.Bob],
            Attachments = [new Attachment("/media/a.png", null, "a.png", 1, null, null)],
            Metadata = Metadata.FromTrusted("""{"a":1}"""),
            Raw = RawMessage.FromTrusted("\"x\""),
        };

        var message = Message.Post(draft, Times.Now);

        message.Id.Value.Version.ShouldBe(7);
        (message.ChannelId, message.Author, message.AuthorKind, message.CreatedAt).ShouldBe((Ids.Channel, Ids.Ada, ActorKind.User, Times.Now));
        (message.Content, message.SourceType, message.Metadata, message.Raw).ShouldBe((draft.Content, draft.SourceType, draft.Metadata, draft.Raw));
        message.Mentions.ShouldBe([Ids.Bob]);
        message.Attachments.ShouldBe(draft.Attachments);
    }

    [Theory]
    [InlineData(ActorKind.User, "user_message")]
    [InlineData(ActorKind.Agent, "agent_response")]
    public void Post_WhenSourceTypeIsMissing_IsByTheAuthor(ActorKind author, string expected) =>
        Message.Post(Draft with { AuthorKind = author }, Times.Now).SourceType.Value.ShouldBe(expected);

    [Fact]
    public void Post_WhenNoReply_IsInNoThread()
    {
        var message = Message.Post(Draft, Times.Now);

        (message.InReplyTo, message.ThreadId).ShouldBe((null, null));
    }

    [Fact]
    public void Post_WhenReplyToAFirstMessage_OpensItsThread()
    {
        var message = Message.Post(Draft with { InReplyTo = new ThreadPlace(Ids.Message, ThreadId: null) }, Times.Now);

        (message.InReplyTo, message.ThreadId).ShouldBe((Ids.Message, Ids.Message));
    }

    [Fact]
    public void Post_WhenReplyToAReply_JoinsTheThreadOfItsRoot()
    {
        var message = Message.Post(Draft with { InReplyTo = new ThreadPlace(Ids.Message, Ids.OtherMessage) }, Times.Now);

        (message.InReplyTo, message.ThreadId).ShouldBe((Ids.Message, Ids.OtherMessage));
    }

    [Fact]
    public void Post_WhenPosted_RaisesMessagePosted()
    {
        var message = Message.Post(Draft with { Mentions = [Ids.Bob] }, Times.Now);

        var posted = message.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<MessagePosted>();
        (posted.MessageId, posted.ChannelId, posted.Author, posted.AuthorKind).ShouldBe((message.Id, Ids.Channel, Ids.Ada, ActorKind.User));
        posted.Mentions.ShouldBe([Ids.Bob]);
        posted.ShouldBe(message.Posted());
    }
}
