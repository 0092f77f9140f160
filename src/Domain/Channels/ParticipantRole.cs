using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>What a participant may do in a private channel: guests read, members write, admins and owners manage.</summary>
public enum ParticipantRole
{
    Guest,
    Member,
    Admin,
    Owner,
}

public static class ParticipantRoles
{
    private static readonly Error Unknown = Error.Rule("Participant.UnknownRole", "must be one of owner, admin, member, guest");

    /// <summary>The role of a name in any case; no name is a member.</summary>
    public static Result<ParticipantRole> Parse(string? name) => name?.ToUpperInvariant() switch
    {
        null or "MEMBER" => ParticipantRole.Member,
        "OWNER" => ParticipantRole.Owner,
        "ADMIN" => ParticipantRole.Admin,
        "GUEST" => ParticipantRole.Guest,
        _ => Unknown,
    };

    public static string Name(this ParticipantRole role) => role switch
    {
        ParticipantRole.Owner => "owner",
        ParticipantRole.Admin => "admin",
        ParticipantRole.Member => "member",
        ParticipantRole.Guest => "guest",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
