using Eliza.Application.Agents;
using Eliza.Application.Idempotency;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Sessions;

/// <summary>A message that was sent in a session.</summary>
/// <param name="Message">The message itself.</param>
/// <param name="Status">How the session stands after it.</param>
/// <param name="Transport">How its sender hears of the reply.</param>
/// <param name="ChannelId">Where it is, and where the reply will be.</param>
/// <param name="AgentId">Whose reply it would be; null when that agent said it. Whether it was asked, its runs tell.</param>
public sealed record SentMessage(SessionMessageResponse Message, SessionStatus Status, SessionTransport Transport, Guid ChannelId, string? AgentId)
    : ITakesReply, ITellsMessage
{
    /// <summary>What the agent said, when the sender waited for it and it came in time.</summary>
    public AgentResponseContent? Reply { get; init; }

    MessageId ITellsMessage.ToldMessage => new(Message.Id);

    Question? ITakesReply.Question => Transport is SessionTransport.Http ? FindQuestion() : null;

    /// <summary>What the agent may have been asked; null when it is no question to it.</summary>
    public Question? FindQuestion() => AgentId is null ? null : new Question(new MessageId(Message.Id), new ChannelId(ChannelId), ActorId.From(AgentId));

    object ITakesReply.With(AgentReply reply) => this with { Reply = AgentResponseContent.Of(reply) };
}

/// <summary>How a session stands after a message; <c>ExpiresAt</c> is in ISO 8601.</summary>
/// <param name="RenewalCount">How often its time began anew.</param>
/// <param name="WasRenewed">Whether the message did that.</param>
/// <param name="IsNearExpiration">Whether its end is within the warning threshold.</param>
public sealed record SessionStatus(DateTimeOffset ExpiresAt, int RenewalCount, bool WasRenewed, bool IsNearExpiration);
