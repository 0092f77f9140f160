namespace Eliza.Application.Channels;

/// <summary>Which channel was meant, when there is no more to tell of it.</summary>
public sealed record ChannelLink(Guid ChannelId);
