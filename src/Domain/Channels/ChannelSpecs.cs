using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>One channel, without its participants.</summary>
public sealed class ChannelById : Specification<Channel>
{
    public ChannelById(ChannelId id) => Query.Where(channel => channel.Id == id);
}

/// <summary>One channel with just the participants that the decision is about, if they are in: large channels stay cheap.</summary>
public sealed class ChannelWithParticipants : Specification<Channel>
{
    /// <param name="id">The channel.</param>
    /// <param name="actor">Whom the decision is about.</param>
    /// <param name="decider">Who decides; null for who takes part in nothing.</param>
    public ChannelWithParticipants(ChannelId id, ActorId actor, ActorId? decider)
    {
        var other = decider ?? actor;
        Query.Where(channel => channel.Id == id)
            .Include(channel => channel.Participants.Where(participant => participant.ActorId == actor || participant.ActorId == other));
    }
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
