namespace Eliza.Domain.Feeds;

/// <summary>What can happen in a channel beside new messages, of which who listens is told. The numbers are stored.</summary>
public enum ChannelChangeKind
{
    MessageUpdated = 1,
    MessageDeleted = 2,

    /// <summary>Many messages were deleted at once.</summary>
    ChannelCleared = 3,
    ChannelUpdated = 4,
    ParticipantJoined = 5,
    ParticipantLeft = 6,
}
