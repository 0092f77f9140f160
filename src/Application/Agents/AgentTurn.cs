using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>A message for an agent, and what the agent remembers of the channel.</summary>
/// <param name="State">What the runtime returned with its last answer in the channel; null at the first.</param>
public sealed record AgentTurn(
    ActorId AgentId, DisplayName AgentName, string Kind, ChannelId ChannelId, MessageId MessageId, ActorId Author, string Text, string? State)
{
    public AgentRunId RunId { get; init; }

    /// <summary>1 for the first time that the agent is asked, one more each time that it did not work out.</summary>
    public int Attempt { get; init; } = 1;

    public AgentSettings Settings { get; init; } = AgentSettings.None;

    /// <summary>When somebody last changed the agent.</summary>
    public DateTimeOffset AgentUpdatedAt { get; init; }

    /// <summary>What signs the calls to the agent's webhook; never printed.</summary>
    public string? WebhookSecret { get; init; }

    public MessageId? InReplyTo { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public Metadata Metadata { get; init; } = Metadata.Empty;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where the channel is and what was said in it; null for agents that do not read it.</summary>
    public TurnContext? Context { get; init; }

    /// <summary>Neither what people said nor the secret: this may end up in a log.</summary>
    public override string ToString() => $"Turn of {AgentId} in run {RunId}";
}
