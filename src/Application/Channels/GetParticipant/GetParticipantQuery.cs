using Eliza.Application.Common;

namespace Eliza.Application.Channels.GetParticipant;

/// <summary>One who takes part in a channel. Both ids are from the path.</summary>
public sealed record GetParticipantQuery(string ChannelId, string UserId) : IQuery<ParticipantResponse>;
