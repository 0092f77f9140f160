using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Domain.Feeds;

/// <summary>Which of all that happens is noted among a channel's changes.</summary>
public static class ChangeNotes
{
    /// <summary>The change that an event tells of; null when it tells listeners nothing that must not be missed.</summary>
    public static ChannelChange? Of(IDomainEvent told) => told switch
    {
        MessageEdited edited => ChannelChange.New(edited.ChannelId, ChannelChangeKind.MessageUpdated, $"{edited.MessageId}"),
        MessageDeleted deleted => ChannelChange.New(deleted.ChannelId, ChannelChangeKind.MessageDeleted, $"{deleted.MessageId}"),
        ChannelCleared cleared => ChannelChange.New(cleared.ChannelId, ChannelChangeKind.ChannelCleared, cleared.User?.Value, count: cleared.Count),
        ChannelUpdated updated => ChannelChange.New(updated.ChannelId, ChannelChangeKind.ChannelUpdated, subject: null),
        ParticipantJoined joined => ChannelChange.New(joined.ChannelId, ChannelChangeKind.ParticipantJoined, joined.ActorId.Value, joined.Kind),
        ParticipantLeft left => ChannelChange.New(left.ChannelId, ChannelChangeKind.ParticipantLeft, left.ActorId.Value, left.Kind),
        _ => null,
    };
}
