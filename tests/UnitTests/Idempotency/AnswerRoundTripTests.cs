using System.Reflection;
using System.Runtime.CompilerServices;
using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Application.Jobs;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitBatch;
using Eliza.Application.Platforms;
using Eliza.Application.Servers;
using Eliza.Application.Sessions;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;
using PostedMessage = Eliza.Application.Messages.SubmitBatch.PostedMessage;

namespace Eliza.UnitTests.Idempotency;

/// <summary>What a command answers is the same after it was stored. Each type of answer has a sample here, full and bare.</summary>
public sealed class AnswerRoundTripTests
{
    private const string Odd = "\"É\" 🙂 <b> \\ \u0000\r\n\u2028 ' &";

    private static readonly RawJson Json = new("""{"a":[1.50e+2,null,{"b":"\u0000 🙂"}],"c":123456789012345678901234567890}""");

    private static readonly AttachmentResponse File = new("https://x.example/a.png", "image/png", Odd, 1, Odd, Odd);

    private static readonly object[] Samples =
    [
        new MessageResponse(
            Ids.Message.Value, Odd, "ada", null, Ids.Channel.Value, long.MaxValue, Json, Ids.Channel.Value, Ids.Server.Value, "ada",
            Ids.OtherMessage.Value, Ids.Message.Value, "discord", ListOf(File, new AttachmentResponse("/a", null, null, null, null, null)), ListOf("bob", Odd), 1),
        new MessageResponse(
            Ids.Message.Value, "Hello", null, "agent-2", Ids.Channel.Value, 0, new RawJson("{}"), Ids.Channel.Value, Ids.Server.Value, "agent-2",
            null, null, "agent_response", ListOf<AttachmentResponse>(), ListOf<string>(), null),
        new ChannelResponse(Ids.Channel.Value, "general", Ids.Server.Value, "text", Odd, Json, IsPrivate: true, 1, 2, "discord", Odd),
        new ChannelResponse(Ids.Channel.Value, "general", Ids.Server.Value, "dm", null, new RawJson("{}"), IsPrivate: false, 0, 0, null, null),
        new BatchOutcome(ListOf(
            new ItemOutcome("key", new PostedMessage(Ids.Message.Value, Ids.Channel.Value, 1), null, Replayed: true),
            new ItemOutcome(null, null, MessageErrors.EditedTooOften with { Fields = ListOf(new FieldFailure("Messages[1].Content", Odd)) }, Replayed: false))),
        new ChannelAgentLink(Ids.Channel.Value, "agent-2"),
        new ParticipantResponse("ada", Ids.Channel.Value, "owner", 1, Odd, "user"),
        new ParticipantResponse("agent-2", Ids.Channel.Value, "guest", 0, null, "agent", IsMuted: true),
        new ServerResponse(Ids.Server.Value, Odd, Odd, Json, 1, 2, "discord", Odd),
        new ServerResponse(Ids.Server.Value, "Guild", null, new RawJson("{}"), 0, 0, null, null),
        new ServerAgentLink(Ids.Server.Value, "agent-2"),
        new MediaResponse(Ids.Message.Value, "/media/a/b.png", Ids.Channel.Value, "agent-2", "image", "image/png", long.MaxValue, Odd, "PNG image, 640 × 480 pixels"),
        new MediaResponse(Ids.Message.Value, "/media/a/b.pdf", Ids.Channel.Value, null, "document", "application/pdf", 1, "b.pdf", null),
        new AgentGrantResponse("agent-2", "ada", 1),
        new AgentResponse("agent-2", Odd, "inactive", "webhook", 1)
        {
            UpdatedAt = 2,
            Enabled = false,
            ReplyPolicy = "always",
            System = Odd,
            Settings = new AgentSettingsResponse
            {
                System = Odd, Model = "m", MaxTokens = 1, Temperature = 0.1, HistoryLength = 0, TimeoutSeconds = 3600, WebhookUrl = "https://x.example/", CacheReplies = true,
                SessionTimeoutMinutes = 7.5, SessionAutoRenew = false, SessionMaxDurationMinutes = 60, SessionWarningThresholdMinutes = 1,
            },
            IssuedSecret = "whsec_0",
        },
        new AgentResponse("agent-2", "Parry", "active", "remote", 1),
        new IngestedMessages(Ids.Message.Value, Ids.Channel.Value, 1),
        new IngestedMessages(null, Ids.Channel.Value, 100),
        new ExternalMessageResponse(Ids.Message.Value, Odd, Ids.Channel.Value, "ada", "agent-2"),
        new ExternalMessageResponse(Ids.Message.Value, null, Ids.Channel.Value, "ada", "agent-2"),
        new CreatedJob(Ids.Lease, "pending", 1, long.MaxValue),
        new SessionResponse(
            Ids.Lease, Ids.Channel.Value, "agent-2", "ada", Times.Now, Times.Now.AddMilliseconds(1), Json, DateTimeOffset.MaxValue, new SessionTimeoutConfig(7.1, true, 2880, 1.5),
            int.MaxValue, long.MaxValue, true),
        new SessionResponse(
            Ids.Lease, Ids.Channel.Value, "agent-2", "ada", Times.Now, Times.Now, new RawJson("{}"), Times.Now, new SessionTimeoutConfig(5, false, 5, 1), 0, 0, false),
        new SentMessage(
            new SessionMessageResponse(Ids.Message.Value, Odd, "ada", false, Times.Now, Json, ListOf(File)), new SessionStatus(DateTimeOffset.MaxValue, 3, true, true),
            SessionTransport.Sse, Ids.Channel.Value, "agent-2") { Reply = new AgentResponseContent(Odd, Odd, ListOf("REPLY", Odd)) },
        new SentMessage(
            new SessionMessageResponse(Ids.Message.Value, "Hello", "agent-2", true, Times.Now, new RawJson("{}"), ListOf<AttachmentResponse>()),
            new SessionStatus(Times.Now, 0, false, false), SessionTransport.WebSocket, Ids.Channel.Value, null),
        new IssuedToken("header.body.signature", 1),
        new IssuedApiKey(Ids.Lease, KeyTexts.Agent, "eliza_agent_Zz9Yy8", Odd, "agent", "agent-2", ListOf("messages:read", "admin"), new ApiKeyLimits(7), 1, 2),
        new IssuedApiKey(Ids.Lease, KeyTexts.Service, "", "back end", "service", null, ListOf<string>(), new ApiKeyLimits(null), 1, null),
        new IssuedApiKey(Ids.Lease, KeyTexts.Service, "", "back end", "service", null, ListOf<string>(), null, 1, null),
    ];

    public static TheoryData<Type> Commands =>
        [.. typeof(IIdempotent).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IIdempotent)))];

    [Fact]
    public void Commands_WhenLookedFor_AreFound() => Commands.Count.ShouldBeGreaterThan(6);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Handle_WhenRepeated_AnswersTheVerySame(Type command)
    {
        var answer = command.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>)).GenericTypeArguments[0];
        var samples = Samples.Where(sample => sample.GetType() == answer).ToList();
        samples.ShouldNotBeEmpty($"{answer.Name}, the answer to {command.Name}, has no sample");

        var replay = typeof(AnswerRoundTripTests).GetMethod(nameof(ShouldReplayAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(command, answer);
        foreach (var sample in samples) await (Task)replay.Invoke(null, [sample])!;
    }

    /// <summary>The kind of list that comes back, since the comparison is strict about it.</summary>
    private static List<T> ListOf<T>(params T[] items) => [.. items];

    private static async Task ShouldReplayAsync<TCommand, T>(T answer) where TCommand : ICommand<T>, IIdempotent
    {
        var requests = new RepeatedRequests();
        var command = (TCommand)RuntimeHelpers.GetUninitializedObject(typeof(TCommand));

        (await requests.SendAsync<TCommand, T>(command, () => answer)).ShouldSucceed();
        requests.MayBeTaken = true;
        var replayed = (await requests.SendAsync<TCommand, T>(command, () => throw new InvalidOperationException("It ran twice."))).ShouldSucceed();

        requests.WasReplayed.ShouldBeTrue();
        replayed.ShouldNotBeSameAs(answer);
        replayed.ShouldBeEquivalentTo(answer);
    }
}
