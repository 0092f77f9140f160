using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Messages.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class EditMessageTests
{
    private static readonly Metadata Data = Metadata.FromTrusted("""{"a":1}""");

    private readonly Message _message = new MessageBuilder().Build();

    [Fact]
    public void Edit_WhenTheContentIsNew_KeepsWhatWasSaid()
    {
        Edit("two", Times.Now.AddMinutes(1), [Ids.Bob]).ShouldSucceed().ShouldBeSameAs(_message);
        Edit("three", Times.Now.AddMinutes(2)).ShouldSucceed();

        (_message.Content.Value, _message.EditedAt).ShouldBe(("three", Times.Now.AddMinutes(2)));
        _message.Revisions.Select(revision => (revision.Number, revision.Content.Value, revision.ReplacedAt))
            .ShouldBe([(1, "Hello", Times.Now.AddMinutes(1)), (2, "two", Times.Now.AddMinutes(2))]);
        _message.Revisions.ShouldAllBe(revision => revision.MessageId == _message.Id);
        var edited = _message.DomainEvents.OfType<MessageEdited>().ToList();
        edited.Select(one => one.Mentions.Count).ShouldBe([1, 0]);
        (edited[0].MessageId, edited[0].ChannelId, edited[0].Author).ShouldBe((_message.Id, Ids.Channel, Ids.Ada));
        _message.Mentions.ShouldBeEmpty();
    }

    [Fact]
    public void Edit_WhenNothingChanges_IsNoEdit()
    {
        Edit("Hello", Times.Now, [Ids.Bob]).ShouldSucceed();

        _message.EditedAt.ShouldBeNull();
        _message.Mentions.ShouldBeEmpty();
        _message.DomainEvents.OfType<MessageEdited>().ShouldBeEmpty();
    }

    [Fact]
    public void Edit_WhenTheMetadataAloneChange_ChangesThemAndKeepsNoRevision()
    {
        _message.Edit(_message.Content, Data, [], Times.Now.AddMinutes(1)).ShouldSucceed();
        Edit("two", Times.Now.AddMinutes(2)).ShouldSucceed();

        (_message.Metadata, _message.Revisions.Count).ShouldBe((Data, 1));
        _message.DomainEvents.OfType<MessageEdited>().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5000)]
    [InlineData(0.5)]
    public void Edit_WhenTheClockDoesNotMoveOn_IsLaterAllTheSame(double milliseconds)
    {
        Edit("two", Times.Now).ShouldSucceed();

        Edit("three", Times.Now.AddMilliseconds(milliseconds)).ShouldSucceed();

        _message.EditedAt.ShouldBe(Times.Now.AddMilliseconds(1));
    }

    [Fact]
    public void Edit_WhenItWasEditedAHundredTimes_IsAConflictAndChangesNothing()
    {
        for (var i = 1; i <= Message.MaxRevisions; i++) Edit($"{i}", Times.Now).ShouldSucceed();

        Edit("too often", Times.Now).ShouldFail("Message.EditedTooOften").Kind.ShouldBe(ErrorKind.Conflict);

        (_message.Content.Value, _message.Revisions.Count).ShouldBe(("100", 100));
        Edit("100", Times.Now).ShouldSucceed();
        _message.Edit(_message.Content, Data, [], Times.Now).ShouldSucceed();
    }

    [Fact]
    public void Delete_WhenAsked_SaysSo()
    {
        _message.Delete();
        _message.DomainEvents.OfType<MessageDeleted>().ShouldHaveSingleItem().ShouldBe(new MessageDeleted(_message.Id, Ids.Channel, Ids.Ada));
    }

    private Result<Message> Edit(string content, DateTimeOffset now, IReadOnlyList<ActorId>? mentions = null) =>
        _message.Edit(MessageContent.Create(content).Value, metadata: null, mentions ?? [], now);
}
