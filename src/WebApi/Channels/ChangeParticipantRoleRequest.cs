using Eliza.Application.Channels.ChangeParticipantRole;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a change of role.</summary>
public sealed class ChangeParticipantRoleRequest
{
    /// <summary>owner, admin, member or guest. Required.</summary>
    public string? Role { get; init; }

    internal ChangeParticipantRoleCommand ToCommand(string channelId, string userId) => new(channelId, userId, Role);
}
