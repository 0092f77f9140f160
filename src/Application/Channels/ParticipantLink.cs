namespace Eliza.Application.Channels;

/// <summary>Who is no longer in which channel.</summary>
public sealed record ParticipantLink(Guid ChannelId, string UserId);
