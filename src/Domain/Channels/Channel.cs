using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels;

/// <summary>A conversation with its participants; the root of both. Messages refer to it by id.</summary>
public sealed class Channel : AggregateRoot
{
    private readonly List<Participant> _participants = [];

    private Channel() { }

    public ChannelId Id { get; private set; }

    public ServerId ServerId { get; private set; }

    public ChannelName Name { get; private set; } = null!;

    /// <summary>The name as the unique index of the server compares it.</summary>
    public string NameKey { get; private set; } = null!;

    public ChannelType Type { get; private set; }

    public Description? Description { get; private set; }

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    /// <summary>Whether it is for its participants alone; direct and group channels always are.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>The two who talk in a direct channel made for a pair, in the one order that the unique index of the server knows; else null.</summary>
    public string? PairKey { get; private set; }

    /// <summary>The platform's channel that this one mirrors, unique in the server; null for one of our own.</summary>
    public Source? Source { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last changed it; its creation at first. Messages and participants do not count.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>How many messages the channel holds, kept by the unit of work in the transaction that adds them.</summary>
    public long MessageCount { get; private set; }

    /// <summary>The participants that were loaded for the decision at hand: not all of them in a large channel.</summary>
    public IReadOnlyList<Participant> Participants => _participants;

    /// <summary>Opens a channel. A direct channel takes its name from its id; <paramref name="name"/> is then what people see of it.</summary>
    public static Result<Channel> Create(ServerId server, ChannelType type, string? name, Description? description, Metadata metadata, bool isPrivate, DateTimeOffset now, Source? source = null)
    {
        var id = ChannelId.New(now);
        var direct = type is ChannelType.Dm;
        var checkedName = direct ? ChannelName.OfDirect(id) : ChannelName.Create(name);
        if (checkedName.Error is { } error) return error;

        var channel = new Channel
        {
            Id = id,
            ServerId = server,
            Name = checkedName.Value,
            NameKey = checkedName.Value.Key,
            Type = type,
            Description = description,
            Metadata = direct && !string.IsNullOrWhiteSpace(name) ? metadata.With("displayName", name) : metadata,
            IsPrivate = isPrivate || type is ChannelType.Dm or ChannelType.Group || metadata.Flag("isPrivate"),
            Source = source,
            CreatedAt = now,
            UpdatedAt = now,
        };
        channel.Raise(new ChannelCreated(id, server));
        return channel;
    }

    /// <summary>Whether somebody takes part. Load the channel with that participant before asking.</summary>
    public bool Has(ActorId actor) => _participants.Any(participant => participant.ActorId == actor);

    /// <summary>What somebody may do here. Load the channel with that participant before asking.</summary>
    /// <param name="actor">Who; null for who takes part in nothing.</param>
    public ChannelAccess AccessOf(ActorId? actor) => new(IsPrivate, _participants.Find(participant => participant.ActorId == actor)?.Role);

    /// <summary>
    /// Whether a caller may bring somebody in: one who manages the channel, anybody; any other, itself alone, by
    /// its own will. Load the channel with the caller as a participant before asking.
    /// </summary>
    public bool MayBeJoinedBy(ActorId actor, ParticipantRole role, Caller? caller)
    {
        var access = AccessOf(caller?.Actor);
        return access.AllowsGiving(role, caller) || (actor == caller?.Actor && access.AllowsJoining(role, caller));
    }

    /// <summary>Adds a person or an agent; whoever is in already is a conflict.</summary>
    public Result<Participant> Add(ActorId actor, ActorKind kind, DisplayName? name, ParticipantRole role, DateTimeOffset now)
    {
        if (Has(actor)) return ChannelErrors.AlreadyParticipant(actor);

        var participant = new Participant(Id, actor, kind, name, role, now);
        _participants.Add(participant);
        Raise(new ParticipantJoined(Id, actor, kind));
        return participant;
    }

    /// <summary>Takes a participant of the kind out of the channel.</summary>
    public Result<Participant> Remove(ActorId actor, ActorKind kind)
    {
        var participant = _participants.Find(other => other.ActorId == actor && other.Kind == kind);
        if (participant is null) return ChannelErrors.NotAParticipant(actor.Value);

        _participants.Remove(participant);
        Raise(new ParticipantLeft(Id, actor, kind));
        return participant;
    }
}
