using Eliza.Application.Channels.AddParticipant;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a participant's addition.</summary>
public sealed class AddParticipantRequest : CreatingRequest
{
    /// <summary>Required. A person's or an agent's id: 1–128 of letters, digits, and . _ : @ -</summary>
    public string? UserId { get; init; }

    /// <summary>owner, admin, member (default) or guest.</summary>
    public string? Role { get; init; }

    /// <summary>What people call the participant, at most 100 characters; a mention may use it.</summary>
    public string? Name { get; init; }

    internal AddParticipantCommand ToCommand(string channelId) => new(channelId, UserId, Role, Name);
}
