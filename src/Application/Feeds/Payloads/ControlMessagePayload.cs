namespace Eliza.Application.Feeds.Payloads;

/// <summary>Agents set to work in the channel, or none is at work any more.</summary>
/// <param name="Action"><c>disable_input</c> or <c>enable_input</c>.</param>
/// <param name="AgentId">The first that set to work, or the last that was done.</param>
public sealed record ControlMessagePayload(Guid ChannelId, string Action, string AgentId) : ChannelPayload(ChannelId);
