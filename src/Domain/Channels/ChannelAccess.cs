using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>
/// What may be done in a channel by somebody of that role there (contract: Channels, servers, participants). A private
/// channel belongs to its participants; any other is open to every caller to read, to write and to join. A trusted
/// service is held to its scopes alone. Without a caller nothing is allowed.
/// </summary>
/// <param name="IsPrivate">Whether the channel is for its participants alone.</param>
/// <param name="Role">The role of who is to read, write or manage; null for who does not take part.</param>
public sealed record ChannelAccess(bool IsPrivate, ParticipantRole? Role)
{
    public bool AllowsReading(Caller? caller) =>
        Has(caller, Scopes.MessagesRead) && (!IsPrivate || caller!.IsTrusted || Role is not null);

    public bool AllowsWriting(Caller? caller) =>
        Has(caller, Scopes.MessagesWrite) && (!IsPrivate || caller!.IsTrusted || Role >= ParticipantRole.Member);

    /// <summary>To update and delete it, and to add and remove others.</summary>
    public bool AllowsManaging(Caller? caller) =>
        Has(caller, Scopes.ChannelsWrite) && (caller!.IsTrusted || Role >= ParticipantRole.Admin);

    /// <summary>To bring others in, in a role no higher than one's own.</summary>
    public bool AllowsGiving(ParticipantRole role, Caller? caller) =>
        AllowsManaging(caller) && (caller!.IsTrusted || role <= Role);

    /// <summary>To come in oneself, by one's own will.</summary>
    public bool AllowsJoining(ParticipantRole role, Caller? caller) =>
        Has(caller, Scopes.MessagesWrite) && !IsPrivate && role <= ParticipantRole.Member;

    private static bool Has(Caller? caller, Scopes scope) => caller is not null && caller.May(scope);
}
