using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>
/// What makes one kind of agent answer. A further kind is one class that implements this in Infrastructure/Agents; it is
/// found by scanning.
/// </summary>
/// <remarks>
/// The same turn may be asked for twice, after a crash or a lost lease; only one answer is ever kept. So a runtime keeps
/// nothing to itself: what it wants to remember of a channel it returns with its answer. It answers one channel's
/// messages one after the other, and is called for many channels at once. Whatever it throws counts as a failed attempt,
/// which is tried again after a pause.
/// </remarks>
public interface IAgentRuntime
{
    /// <summary>The kind of agent that it answers for, as <c>Agent.Kind</c> names it.</summary>
    string Kind { get; }

    Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken);
}

/// <summary>A message for an agent, and what the agent remembers of the channel.</summary>
/// <param name="State">What the runtime returned with its last answer in the channel; null at the first.</param>
public sealed record AgentTurn(
    ActorId AgentId, DisplayName AgentName, string Kind, ChannelId ChannelId, MessageId MessageId, ActorId Author, string Text, string? State);

/// <summary>What an agent says to a message.</summary>
/// <param name="Text">The answer, by the same rules as any message's content; null for nothing to say.</param>
/// <param name="State">What to remember of the channel; null to leave it as it was.</param>
public sealed record AgentAnswer(string? Text, string? State);
