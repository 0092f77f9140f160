using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Messages;

/// <summary>A message as clients send it, by whichever way: to the bus, to a channel, in a batch.</summary>
/// <remarks>
/// What it holds, in this order, is what tells a repetition from another request under the same key. So a new field is left
/// out of the JSON while it is null: a request that was answered before an update is known again after it.
/// </remarks>
/// <param name="ChannelId">A UUID.</param>
/// <param name="ServerId">When sent, the channel's server or the default server.</param>
/// <param name="AuthorId">A person's or an agent's id; when missing, <paramref name="AgentId"/> or the caller itself.</param>
/// <param name="InReplyToMessageId">A message of the same channel.</param>
/// <param name="SourceType">Where it came from; <c>user_message</c> or <c>agent_response</c> when missing.</param>
/// <param name="RawMessage">The message as its platform gave it, an object or a string; kept, not shown.</param>
/// <param name="AgentId">The author as the reference's published client names it.</param>
public record MessageInput(
    string? ChannelId,
    string? ServerId,
    string? AuthorId,
    string? Content,
    string? InReplyToMessageId,
    string? SourceType,
    JsonElement? RawMessage,
    JsonElement? Metadata,
    IReadOnlyList<AttachmentInput?>? Attachments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AgentId = null)
{
    /// <summary>Under this name the answers to single submissions are stored; a batch's items share them.</summary>
    public const string Operation = "SubmitMessageCommand";

    /// <summary>Who wrote a checked message.</summary>
    internal ActorId AuthorOr(ICaller caller) => caller.ActorOf(AuthorId ?? AgentId);
}
