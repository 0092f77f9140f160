using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>One channel, without its participants.</summary>
public sealed class ChannelById : Specification<Channel>
{
    public ChannelById(ChannelId id) => Query.Where(channel => channel.Id == id);
}

/// <summary>One channel with just the participant that the decision is about, if it is in: large channels stay cheap.</summary>
public sealed class ChannelWithParticipant : Specification<Channel>
{
    public ChannelWithParticipant(ChannelId id, ActorId actor) => Query
        .Where(channel => channel.Id == id)
        .Include(channel => channel.Participants.Where(participant => participant.ActorId == actor));
}

/// <summary>A page of a channel's participants, in the order in which they joined; of one kind, or of both.</summary>
public sealed class ParticipantsOfChannelPage : Specification<Participant>
{
    public ParticipantsOfChannelPage(ChannelId channel, ActorKind? kind, int limit, int offset)
    {
        Query.Where(participant => participant.ChannelId == channel);
        if (kind is not null) Query.Where(participant => participant.Kind == kind);
        Query.OrderBy(participant => participant.JoinedAt).OrderBy(participant => participant.ActorKey).Skip(offset).Take(limit);
    }
}
