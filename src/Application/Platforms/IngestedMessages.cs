namespace Eliza.Application.Platforms;

/// <summary>What was taken in.</summary>
/// <param name="MessageId">Our message; null for a list.</param>
/// <param name="ChannelId">The channel that they are in.</param>
/// <param name="Processed">How many messages, those that had been taken in before among them.</param>
public sealed record IngestedMessages(Guid? MessageId, Guid ChannelId, int Processed);
