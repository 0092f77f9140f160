using Eliza.Application.Common;

namespace Eliza.Application.Channels.ChangeParticipantRole;

/// <summary>Gives who takes part in a channel another role. Both ids are from the path.</summary>
/// <param name="Role">One of owner, admin, member, guest.</param>
public sealed record ChangeParticipantRoleCommand(string ChannelId, string UserId, string? Role) : ICommand<ParticipantResponse>;
