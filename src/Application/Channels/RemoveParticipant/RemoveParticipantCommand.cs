using Eliza.Application.Common;

namespace Eliza.Application.Channels.RemoveParticipant;

/// <summary>Takes a person or an agent out of a channel; to take out oneself is to leave. Both ids are from the path.</summary>
public sealed record RemoveParticipantCommand(string ChannelId, string UserId) : ICommand<ParticipantLink>;
