using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.AddParticipant;

/// <summary>Brings a person, or an agent by its id, into a channel.</summary>
/// <param name="ChannelId">From the path, as the client wrote it.</param>
/// <param name="Role">One of owner, admin, member, guest; member when missing.</param>
/// <param name="Name">What people call the participant; a mention may use it. A person may not take the name of an agent in the channel.</param>
public sealed record AddParticipantCommand(string ChannelId, string? UserId, string? Role, string? Name) : ICommand<ParticipantResponse>, IIdempotent;
