using System.Text.Json.Serialization;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Sessions;

namespace Eliza.WebApi.Sessions;

/// <summary>A message that was sent in a session, bare and under the name that the reference's client reads; <c>CreatedAt</c> is in ISO 8601.</summary>
/// <param name="SessionStatus">How the session stands after it.</param>
/// <param name="AgentResponse">The agent's reply; left out unless it was waited for and came in time. One that comes later is in the session all the same.</param>
public sealed record SentMessageAnswer(
    Guid Id,
    string Content,
    string AuthorId,
    DateTimeOffset CreatedAt,
    RawJson Metadata,
    SessionStatus SessionStatus,
    SessionMessageResponse UserMessage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AgentResponseContent? AgentResponse)
{
    internal static SentMessageAnswer Of(SentMessage sent) => new(
        sent.Message.Id, sent.Message.Content, sent.Message.AuthorId, sent.Message.CreatedAt, sent.Message.Metadata, sent.Status, sent.Message, sent.Reply);
}
