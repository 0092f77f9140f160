using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class MessagePosterTests
{
    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeMessageRepository _messages = new();
    private readonly FakeAgentRunRepository _runs = new();
    private readonly MessagePoster _poster;

    public MessagePosterTests()
    {
        var time = new ManualTimeProvider();
        _poster = new MessagePoster(_channels, _messages, new MediaDescriptions(new FakeMediaFileRepository()), new RunRouter(_runs, time), new AgentWork(_runs, time), time);
        _channels.Participants.AddRange([new(Ids.Ada, "ada", "lovelace"), new(Ids.Bob, "bob", "ada"), new(Ids.Eliza, Ids.Eliza.Key, "eliza")]);
    }

    [Theory]
    [InlineData("@bob and @Eliza.", "bob e112a000-0000-4000-8000-000000000001")]
    [InlineData("@bob @BOB @bob.", "bob")]
    [InlineData("@lovelace @ada", "ada")]
    [InlineData("@nobody", "")]
    public async Task Post_WhenParticipantsAreCalled_MentionsEachOnce(string text, string expected) =>
        string.Join(' ', (await PostAsync(text, Ids.Ada, ActorKind.User)).Mentions).ShouldBe(expected);

    [Fact]
    public async Task Post_WhenAHandleIsAnIdAndAnothersName_MeansTheId() =>
        (await PostAsync("@ada", Ids.Ada, ActorKind.User)).Mentions.ShouldBe([Ids.Ada]);

    [Fact]
    public async Task Post_WhenNobodyIsCalled_AsksForNobody()
    {
        await PostAsync("ada@example.org", Ids.Ada, ActorKind.User);

        _channels.AskedHandles.ShouldBeNull();
    }

    [Fact]
    public async Task Post_WhenAnAgentCallsAnother_WakesIt()
    {
        await PostAsync("@eliza", Ids.OtherAgent, ActorKind.Agent);

        _runs.Runs.ShouldHaveSingleItem().AgentId.ShouldBe(Ids.Eliza);
    }

    [Fact]
    public async Task Post_WhenAnAgentSpeaksAtWork_GoesOnFromItsQuestionAndAnswersIt()
    {
        var run = UnderWay(links: 3);

        var message = await PostAsync("Hm", Ids.Eliza, ActorKind.Agent);

        (message.Links, message.InReplyTo, run.ReplyId).ShouldBe((4, null, message.Id));
    }

    [Fact]
    public async Task Post_WhenAnAgentRepliesToAMessage_GoesOnFromThatAndAnswersItsRunAlone()
    {
        var run = UnderWay(links: 3);

        var message = await PostAsync("Hm", Ids.Eliza, ActorKind.Agent, new ThreadPlace(Ids.OtherMessage, null, 5));

        (message.Links, run.ReplyId).ShouldBe((6, null));
        await PostAsync("Hm", Ids.Eliza, ActorKind.Agent, new ThreadPlace(Ids.Message, null, 3));
        run.ReplyId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_WhenAnAgentSpeaksOutOfTheBlue_BeginsAChain()
    {
        _runs.Add(AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, isFetched: true));

        (await PostAsync("Hm", Ids.Eliza, ActorKind.Agent)).Links.ShouldBe(1);

        _runs.Runs.ShouldHaveSingleItem().ReplyId.ShouldBeNull();
    }

    [Fact]
    public async Task Post_WhenAPersonSpeaks_AnswersNothing()
    {
        var run = UnderWay(links: 3);

        (await PostAsync("Hm", Ids.Ada, ActorKind.User, new ThreadPlace(Ids.Message, null, 3))).Links.ShouldBe(0);

        run.ReplyId.ShouldBeNull();
    }

    [Fact]
    public async Task PostReply_WhenItsMessageIsThere_RepliesInItsThreadUnderTheAgentsName()
    {
        _messages.Places.Add((Ids.Channel, new ThreadPlace(Ids.Message, null)));

        var id = await ReplyAsync();

        var reply = _messages.Added.ShouldHaveSingleItem();
        reply.Id.ShouldBe(id.ShouldNotBeNull());
        (reply.Author, reply.AuthorKind, reply.InReplyTo, reply.ThreadId).ShouldBe((Ids.Eliza, ActorKind.Agent, Ids.Message, Ids.Message));
        reply.Metadata.Json.ShouldBe("""{"agent_name":"Eliza"}""");
        _runs.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task PostReply_WhenChannelOrMessageIsGone_PostsNothing()
    {
        (await ReplyAsync()).ShouldBeNull();
        _messages.Places.Add((Ids.Channel, new ThreadPlace(Ids.Message, null)));
        _channels.Channel = null;
        (await ReplyAsync()).ShouldBeNull();

        _messages.Added.ShouldBeEmpty();
    }

    /// <summary>Eliza is at work on the message.</summary>
    private AgentRun UnderWay(int links)
    {
        _messages.Places.Add((Ids.Channel, new ThreadPlace(Ids.Message, null, links)));
        var run = AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now, isFetched: true);
        run.Claim(Ids.Lease, Times.Now, AgentRunBuilder.LeaseTime);
        _runs.Add(run);
        return run;
    }

    private Task<Message> PostAsync(string text, ActorId author, ActorKind kind, ThreadPlace? inReplyTo = null) => _poster.PostAsync(
        new ChannelEntry(Ids.Channel, Ids.Server, ChannelType.Text, new ChannelAccess(IsPrivate: false, Role: null), [Listeners.Of(Ids.Eliza)]),
        new MessageDraft(Ids.Channel, author, kind, MessageContent.FromTrusted(text)) { InReplyTo = inReplyTo },
        addressee: null,
        TestContext.Current.CancellationToken);

    private Task<MessageId?> ReplyAsync() => new ReplyPoster(_channels, _messages, _poster).PostAsync(
        new Reply(Ids.Answer, Ids.Channel, Ids.Message, Ids.Eliza, DisplayName.From("Eliza"), "Hello"), TestContext.Current.CancellationToken);
}
