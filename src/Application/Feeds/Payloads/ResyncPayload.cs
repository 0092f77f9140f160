namespace Eliza.Application.Feeds.Payloads;

/// <summary>What was missed cannot all be told: the history is to be read anew.</summary>
public sealed record ResyncPayload(Guid ChannelId, string Reason) : ChannelPayload(ChannelId);
