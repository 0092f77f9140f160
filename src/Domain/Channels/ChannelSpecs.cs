using Eliza.Domain.Common;
using Eliza.Domain.Servers;

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

/// <summary>The direct channel that two have in a server, with those of the two who are in.</summary>
public sealed class ChannelOfPair : Specification<Channel>
{
    public ChannelOfPair(ServerId server, ChannelPair pair)
    {
        var (key, first, second) = (pair.Key, pair.First, pair.Second);
        Query.Where(channel => channel.ServerId == server && channel.PairKey == key)
            .Include(channel => channel.Participants.Where(participant => participant.ActorId == first || participant.ActorId == second));
    }
}

/// <summary>A page of a server's channels, oldest first.</summary>
public sealed class ChannelsOfServerPage : Specification<Channel>
{
    /// <param name="server">The server.</param>
    /// <param name="reader">Whose eyes see it: the open channels, and those where the reader takes part; null for all channels.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many come before.</param>
    public ChannelsOfServerPage(ServerId server, ActorId? reader, int limit, int offset)
    {
        Query.Where(channel => channel.ServerId == server);
        if (reader is not null) Query.Where(channel => !channel.IsPrivate || channel.Participants.Any(participant => participant.ActorId == reader));
        Query.OrderBy(channel => channel.CreatedAt).OrderBy(channel => channel.Id).Skip(offset).Take(limit);
    }
}

/// <summary>One participant of a channel.</summary>
public sealed class ParticipantOfChannel : Specification<Participant>
{
    public ParticipantOfChannel(ChannelId channel, ActorId actor) =>
        Query.Where(participant => participant.ChannelId == channel && participant.ActorId == actor);
}

/// <summary>The channel of the server that mirrors a platform's, without its participants.</summary>
public sealed class ChannelBySource : Specification<Channel>
{
    public ChannelBySource(ServerId server, Source source) => Query.Where(channel => channel.ServerId == server && channel.Source == source);
}

/// <summary>One channel with those of some actors who take part in it.</summary>
public sealed class ChannelWithAnyOf : Specification<Channel>
{
    public ChannelWithAnyOf(ChannelId id, IReadOnlyCollection<ActorId> actors) => Query.Where(channel => channel.Id == id)
        .Include(channel => channel.Participants.Where(participant => actors.Contains(participant.ActorId)));
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
