using Eliza.Application.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Platforms;

/// <summary>What became of a platform's message.</summary>
/// <param name="MessageId">Our message.</param>
/// <param name="Response">What the platform's agent replied; null when no reply came in time. One that comes later is in the channel all the same.</param>
/// <param name="ChannelId">Our channel.</param>
/// <param name="UserId">Under which id the platform's user takes part.</param>
/// <param name="AgentId">The agent that was asked.</param>
public sealed record ExternalMessageResponse(Guid MessageId, string? Response, Guid ChannelId, string UserId, string AgentId) : ITakesReply
{
    Question? ITakesReply.Question => new(new MessageId(MessageId), new ChannelId(ChannelId), ActorId.From(AgentId));

    object ITakesReply.With(AgentReply reply) => this with { Response = reply.Text };
}
