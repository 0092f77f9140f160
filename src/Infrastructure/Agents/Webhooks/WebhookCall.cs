using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Eliza.Application.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>What a webhook is sent: times in Unix seconds, names null where there is none.</summary>
/// <param name="Type">Always <c>message</c>; other calls may come to be.</param>
/// <param name="Attempt">1 for the first call of a run.</param>
/// <param name="History">The messages right before, oldest first.</param>
/// <param name="ReplyTo">The message that this one answers; left out when there is none.</param>
internal sealed record WebhookCall(
    string Type, Guid RunId, int Attempt, WebhookCall.Callee Agent, WebhookCall.Said Message, IReadOnlyList<WebhookCall.Line> History,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ReplyTo)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WebhookCall Of(AgentTurn turn) => new(
        "message",
        turn.RunId.Value,
        turn.Attempt,
        new Callee(turn.AgentId.Value, turn.AgentName.Value),
        new Said(
            turn.MessageId.Value, turn.Text, turn.Author.Value, turn.Context?.AuthorName?.Value, turn.ChannelId.Value, turn.Context?.ServerId.Value,
            turn.CreatedAt.ToUnixTimeSeconds(), [.. turn.Attachments.Select(File.Of)], JsonNode.Parse(turn.Metadata.Json)!),
        [.. (turn.Context?.History ?? []).Select(Line.Of)],
        turn.InReplyTo?.Value);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    internal sealed record Callee(string Id, string Name);

    internal sealed record Said(
        Guid Id, string Text, string AuthorId, string? AuthorName, Guid ChannelId, Guid? ServerId, long CreatedAt, IReadOnlyList<File> Attachments, JsonNode Metadata);

    internal sealed record Line(Guid Id, string Text, string AuthorId, string? AuthorName, bool IsAgent, long CreatedAt)
    {
        public static Line Of(PastMessage message) => new(
            message.Id.Value, message.Text, message.Author.Value, message.Name?.Value, message.Kind is ActorKind.Agent, message.CreatedAt.ToUnixTimeSeconds());
    }

    internal sealed record File(string Url, string? ContentType, string? Name, long? Size, string? Title, string? Description)
    {
        public static File Of(Attachment file) => new(file.Url, file.ContentType, file.Name, file.Size, file.Title, file.Description);
    }
}
