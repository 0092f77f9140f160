using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Feeds;

public sealed class ChannelWorkTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly Question Another = new(Ids.OtherMessage, Ids.Channel, Ids.OtherAgent);
    private static readonly AgentRunId Run = new(Ids.Answer.Value);

    private readonly ReplyDrafts _drafts = new(new GivenHints());
    private readonly ChannelWork _work;

    public ChannelWorkTests() => _work = new ChannelWork(Ids.Channel, Ids.Server, _drafts);

    [Fact]
    public void Chunks_OfAnAnswer_FollowEachOtherUnderItsId()
    {
        Write("Please").ShouldBe([(0, "Please")]);
        Write(" go").ShouldBe([(1, " go")]);
        _work.TakeChunks().ShouldBeEmpty();

        var rest = _work.Finish(Asked, Reply("Please go on"))!;

        var chunk = rest.Payload.ShouldBeOfType<MessageStreamChunkPayload>();
        (chunk.Index, chunk.Chunk, chunk.MessageId, chunk.InReplyToMessageId).ShouldBe((2, " on", Ids.Answer.Value, Ids.Message.Value));
        rest.Stamp.ShouldBeNull();
        _work.Finish(Asked, Reply("Please go on")).ShouldBeNull();
    }

    [Fact]
    public void Finish_WhenAllWasToldOrNothingWasFollowed_TellsNothing()
    {
        Write("Please");

        _work.Finish(Asked, Reply("Please")).ShouldBeNull();
        _work.Finish(Another, Reply("I see")).ShouldBeNull();
    }

    [Fact]
    public void Chunks_OfALaterAttempt_BeginAnew()
    {
        Write("Let me");

        Write("Please", attempt: 2).ShouldBe([(0, "Please")]);
    }

    [Fact]
    public void Chunks_OfAsManyAnswersAsAreFollowed_PushNoneOfThemOut()
    {
        Question[] many = [.. Enumerable.Range(0, 100).Select(_ => Asked with { MessageId = MessageId.New(Times.Now) })];
        foreach (var question in many) WriteOf(question, "a");

        foreach (var question in many) WriteOf(question, "b").ShouldBe([(1, "b")]);
    }

    [Fact]
    public void Work_OfSeveralAgents_DisablesInputOnceAndEnablesItAtItsEnd()
    {
        Tell(new FeedNotice.WorkBegan(Asked)).ShouldBe(["disable_input"]);
        Tell(new FeedNotice.WorkBegan(Asked)).ShouldBeEmpty();
        Tell(new FeedNotice.WorkBegan(Another)).ShouldBeEmpty();
        Tell(new FeedNotice.WorkEnded(Asked, Run, HasFailed: false)).ShouldBe([FeedEvents.MessageComplete]);
        Tell(new FeedNotice.WorkEnded(Another, Run, HasFailed: false)).ShouldBe([FeedEvents.MessageComplete, "enable_input"]);
    }

    [Fact]
    public void Work_OfAnAgentThatIsGone_IsOverAtOnce()
    {
        Tell(new FeedNotice.WorkBegan(Asked));
        Tell(new FeedNotice.WorkBegan(Another));

        Tell(new FeedNotice.AllWorkEnded(Ids.Eliza)).ShouldBe([FeedEvents.MessageComplete]);
        Tell(new FeedNotice.AllWorkEnded(Ids.Eliza)).ShouldBeEmpty();
        Tell(new FeedNotice.AllWorkEnded(Ids.OtherAgent)).ShouldBe([FeedEvents.MessageComplete, "enable_input"]);
    }

    [Fact]
    public void Work_FoundToBeOver_IsToldOnceAndNotWhereSomebodySaidSo()
    {
        var (found, said) = (new FeedNotice.WorkEnded(Asked, Run, HasFailed: true, IsFound: true), new FeedNotice.WorkEnded(Asked, Run, HasFailed: true));
        Tell(new FeedNotice.WorkBegan(Asked));
        _work.Open.ShouldBe([Asked]);

        Tell(found).ShouldBe([FeedEvents.MessageStreamError, FeedEvents.MessageComplete, "enable_input"]);
        Tell(found).ShouldBeEmpty();
        Tell(new FeedNotice.WorkBegan(Asked));
        Tell(said);
        Tell(found).ShouldBeEmpty();
        _work.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Work_WhoseMessageIsDeleted_IsOver()
    {
        Tell(new FeedNotice.WorkBegan(Asked));

        After(FeedEvents.MessageDeleted, new MessageDeletedPayload(Ids.Channel.Value, $"{MessageId.New(Times.Now)}", "1")).ShouldBeEmpty();
        After(FeedEvents.MessageDeleted, new MessageDeletedPayload(Ids.Channel.Value, $"{Asked.MessageId}", "2")).ShouldBe([FeedEvents.MessageComplete, "enable_input"]);
        Tell(new FeedNotice.WorkBegan(Another)).ShouldBe(["disable_input"]);
    }

    [Fact]
    public void Work_InAChannelThatIsCleared_IsOver()
    {
        Tell(new FeedNotice.WorkBegan(Asked));
        Tell(new FeedNotice.WorkBegan(Another));

        After(FeedEvents.ChannelCleared, new ChannelClearedPayload(Ids.Channel.Value, null, 7, "1"))
            .ShouldBe([FeedEvents.MessageComplete, FeedEvents.MessageComplete, "enable_input"]);
    }

    [Fact]
    public void Work_OfAnAgentThatLeft_IsOver()
    {
        Tell(new FeedNotice.WorkBegan(Asked));

        var left = new FeedEvent(FeedEvents.ParticipantLeft, new ParticipantPayload(Ids.Channel.Value, Asked.AgentId.Value, "agent", null, "1"));
        Names(_work.EventsAfter(new FeedEntry(1, left) { Left = Asked.AgentId })).ShouldBe([FeedEvents.MessageComplete, "enable_input"]);
    }

    [Fact]
    public void Work_ThatFailed_TellsWhatWasToldOfIt()
    {
        Write("Please");

        var told = _work.EventsOf(new FeedNotice.WorkEnded(Asked, Run, HasFailed: true)).ToList();

        told.Select(one => one.Name).ShouldBe([FeedEvents.MessageStreamError, FeedEvents.MessageComplete, FeedEvents.ControlMessage]);
        var error = told[0].Payload.ShouldBeOfType<MessageStreamErrorPayload>();
        (error.PartialText, error.MessageId, error.AgentId).ShouldBe(("Please", Ids.Answer.Value, Ids.Eliza.Value));
        _work.EventsOf(new FeedNotice.WorkEnded(Asked, Run, HasFailed: true)).First().Payload.ShouldBeOfType<MessageStreamErrorPayload>().PartialText.ShouldBeNull();
    }

    private List<(int Index, string Text)> Write(string piece, int attempt = 1) => WriteOf(Asked, piece, attempt);

    private List<(int Index, string Text)> WriteOf(Question question, string piece, int attempt = 1)
    {
        _drafts.Append(question, Ids.Answer, attempt, piece);
        _work.Follow(question);
        return [.. _work.TakeChunks().Select(told => (MessageStreamChunkPayload)told.Payload).Select(chunk => (chunk.Index, chunk.Chunk))];
    }

    private List<string> Tell(FeedNotice notice) => Names(_work.EventsOf(notice));

    private List<string> After(string name, object payload) => Names(_work.EventsAfter(new FeedEntry(1, new FeedEvent(name, payload, 1))));

    private static List<string> Names(IEnumerable<FeedEvent> events) => [.. events.Select(told => told.Payload is ControlMessagePayload control ? control.Action : told.Name)];

    private static MessageBroadcast Reply(string text) => new(
        Ids.Answer.Value, Ids.Channel.Value, Ids.Server.Value, Ids.Eliza.Value, "Eliza", "agent", text, 0, "eliza", null, [], [], Ids.Message.Value, null, [],
        new Eliza.Application.Common.RawJson("{}"), null, null, "1");
}
