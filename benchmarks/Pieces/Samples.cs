using System.Text;
using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Messages;

namespace Eliza.Benchmarks.Pieces;

/// <summary>A usual message of 400 characters, in each form that it takes on its way.</summary>
internal static class Samples
{
    private const string Words = "What people say to each other, and how they go on. ";

    private const string Metadata = """{"client":"web","language":"en"}""";

    private static readonly Guid Channel = new("0197a000-0000-7000-8000-000000000001");

    private static readonly Guid Server = new("0197a000-0000-7000-8000-000000000002");

    private static readonly Guid Message = new("0197a000-0000-7000-8000-000000000003");

    private static readonly DateTimeOffset Sent = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Caller Ada { get; } = Caller.User(ActorId.From("ada"));

    public static string Content { get; } = Repeat(Words, 400);

    /// <summary>The body of its submission.</summary>
    public static byte[] Body { get; } = Encoding.UTF8.GetBytes(
        $$"""{"channel_id":"{{Channel}}","server_id":"{{Server}}","author_id":"ada","content":"{{Content}}","source_type":"web","metadata":{{Metadata}}}""");

    public static SubmitMessageCommand Command { get; } = Read(Body).ToCommand();

    /// <summary>As its sender is answered.</summary>
    public static MessageResponse Response { get; } = new(
        Message, Content, Ada.Actor!.Value, AgentId: null, Channel, Sent.ToUnixTimeSeconds(), new RawJson(Metadata), Channel, Server, Ada.Actor.Value,
        InReplyToMessageId: null, ThreadId: null, "web", Attachments: [], Mentions: [], EditedAt: null);

    /// <summary>As listeners are told it.</summary>
    public static MessageBroadcast Broadcast { get; } = new(
        Message, Channel, Server, Ada.Actor!.Value, "Ada", "user", Content, Sent.ToUnixTimeMilliseconds(), "web", Thought: null, Actions: [],
        Attachments: [], InReplyToMessageId: null, ThreadId: null, Mentions: [], new RawJson(Metadata), ClientMessageId: null, EditedAt: null,
        $"{Sent.ToUnixTimeMilliseconds()}");

    /// <summary>As a client sends it over Socket.IO: the text of the packet.</summary>
    public static byte[] Packet { get; } = Encoding.UTF8.GetBytes(
        $$$"""2["message",{"type":2,"payload":{"channelId":"{{{Channel}}}","senderId":"ada","senderName":"Ada","message":"{{{Content}}}","source":"web"}}]""");

    /// <summary>So many characters of the text, which is repeated as often as that takes.</summary>
    public static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length + 1))[..length];

    /// <summary>Reads a body as the server does.</summary>
    public static SubmitMessageRequest Read(byte[] body)
    {
        using var document = StrictJson.Parse(body, out var error) ?? throw new JsonException(error!.Details);
        return (SubmitMessageRequest)new JsonBodyReader(new RequestInput(), new FieldSpellings()).Read(document.RootElement, typeof(SubmitMessageRequest));
    }
}
