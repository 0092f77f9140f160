using Eliza.Domain.Channels.Events;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels;

/// <summary>A conversation with its participants; the root of both. Messages refer to it by id.</summary>
public sealed class Channel : AggregateRoot
{
    /// <summary>The field of metadata in which clients read who takes part. It is the server's to write; what clients send in it is left out.</summary>
    public const string ParticipantsField = "participantCentralUserIds";

    /// <summary>How many participants a channel may have to be told, and replaced, all at once.</summary>
    public const int MaxReplaceable = 1000;

    private const string DisplayNameField = "displayName";

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

    /// <summary>The stamp of the newest message or change that the channel ever had, kept like the count; 0 when there was none.</summary>
    public long LastStamp { get; private set; }

    /// <summary>The participants that were loaded for the decision at hand: not all of them in a large channel.</summary>
    public IReadOnlyList<Participant> Participants => _participants;

    /// <summary>Opens a channel. A direct channel takes its name from its id; <paramref name="name"/> is then what people see of it.</summary>
    public static Result<Channel> Create(ServerId server, ChannelType type, string? name, Description? description, Metadata metadata, bool isPrivate, DateTimeOffset now, Source? source = null)
    {
        var id = ChannelId.New(now);
        var direct = type is ChannelType.Dm;
        var checkedName = direct ? ChannelName.OfDirect(id) : ChannelName.Create(name);
        if (checkedName.Error is { } error) return error;

        metadata = metadata.Without(ParticipantsField);
        var channel = new Channel
        {
            Id = id,
            ServerId = server,
            Name = checkedName.Value,
            NameKey = checkedName.Value.Key,
            Type = type,
            Description = description,
            Metadata = direct && !string.IsNullOrWhiteSpace(name) ? metadata.With(DisplayNameField, name) : metadata,
            IsPrivate = isPrivate || type is ChannelType.Dm or ChannelType.Group || metadata.Flag("isPrivate"),
            Source = source,
            CreatedAt = now,
            UpdatedAt = now,
        };
        channel.Raise(new ChannelCreated(id, server));
        return channel;
    }

    /// <summary>Opens the one direct channel that two have in a server; they come in by <see cref="Add"/>.</summary>
    public static Channel CreateDirect(ServerId server, ChannelPair pair, string? name, Description? description, Metadata metadata, DateTimeOffset now)
    {
        var channel = Create(server, ChannelType.Dm, name, description, metadata, isPrivate: true, now).Value;
        channel.PairKey = pair.Key;
        return channel;
    }

    /// <summary>
    /// Changes what the channel says of itself; null leaves a part as it was. Metadata may close an open channel, and never opens
    /// a private one: what was said in private stays so.
    /// </summary>
    public Result<Channel> Update(string? name, Description? description, Metadata? metadata, DateTimeOffset now)
    {
        if (name is null && description is null && metadata is null) return this;
        var direct = Type is ChannelType.Dm;
        var renamed = name is null || direct ? Name : ChannelName.Create(name);
        if (renamed.Error is { } error) return error;

        (Name, NameKey) = (renamed.Value, renamed.Value.Key);
        Description = description ?? Description;
        Metadata = metadata?.Without(ParticipantsField) ?? Metadata;
        if (direct && !string.IsNullOrWhiteSpace(name)) Metadata = Metadata.With(DisplayNameField, name);
        IsPrivate |= Metadata.Flag("isPrivate");
        UpdatedAt = now;
        Raise(new ChannelUpdated(Id, ServerId));
        return this;
    }

    /// <summary>Says that it is gone; the repository takes it away.</summary>
    public void Delete() => Raise(new ChannelDeleted(Id, ServerId));

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

    /// <summary>
    /// Whether a caller may take somebody out: one who manages the channel, whoever stands no higher; any other, itself alone.
    /// Load the channel with both before asking.
    /// </summary>
    public bool MayBeLeftBy(ActorId actor, Caller? caller) =>
        AccessOf(caller?.Actor).AllowsGiving(RoleOf(actor), caller) || IsSelf(actor, caller);

    /// <summary>Whether a caller may give somebody who takes part another role: neither the old nor the new one stands above its own.</summary>
    public bool MayBeRanked(ActorId actor, ParticipantRole role, Caller? caller)
    {
        var access = AccessOf(caller?.Actor);
        return access.AllowsGiving(RoleOf(actor), caller) && access.AllowsGiving(role, caller);
    }

    /// <summary>Whether a caller may mute an agent: one who manages the channel, and the agent itself.</summary>
    public bool MayBeMuted(ActorId agent, Caller? caller) => AccessOf(caller?.Actor).AllowsManaging(caller) || IsSelf(agent, caller);

    /// <summary>Adds a person or an agent; whoever is in already is a conflict.</summary>
    public Result<Participant> Add(ActorId actor, ActorKind kind, DisplayName? name, ParticipantRole role, DateTimeOffset now)
    {
        if (Has(actor)) return ChannelErrors.AlreadyParticipant(actor);

        var participant = new Participant(Id, actor, kind, name, role, now);
        _participants.Add(participant);
        Raise(new ParticipantJoined(Id, actor, kind));
        return participant;
    }

    /// <summary>Says that messages were taken out of it, which another module does.</summary>
    /// <param name="user">Whose they were; null for everybody's.</param>
    /// <param name="count">How many they were.</param>
    public void TellCleared(ActorId? user, long count) => Raise(new ChannelCleared(Id, user, count));

    /// <summary>Takes a participant out of the channel. Load it with the owners, if it is one of them.</summary>
    /// <param name="actor">Whom.</param>
    /// <param name="kind">What it must be; null for either.</param>
    public Result<Participant> Remove(ActorId actor, ActorKind? kind = null)
    {
        if (Find(actor, kind) is not { } participant) return ChannelErrors.NotAParticipant(actor.Value);
        if (IsLastOwner(participant)) return ChannelErrors.LastOwner(actor);

        TakeOut(participant);
        return participant;
    }

    /// <summary>Gives a participant another role. Load the channel with the owners, if it is one of them.</summary>
    public Result<Participant> ChangeRole(ActorId actor, ParticipantRole role)
    {
        if (Find(actor) is not { } participant) return ChannelErrors.NotAParticipant(actor.Value);
        if (participant.Role == role) return participant;
        if (IsLastOwner(participant)) return ChannelErrors.LastOwner(actor);

        participant.Become(role);
        Raise(new ParticipantRoleChanged(Id, actor, role));
        return participant;
    }

    /// <summary>Mutes an agent, or lets it speak again; to do so twice changes nothing.</summary>
    public Result<Participant> Mute(ActorId agent, bool isMuted = true)
    {
        if (Find(agent, ActorKind.Agent) is not { } participant) return ChannelErrors.NotAParticipant(agent.Value);
        if (participant.IsMuted == isMuted) return participant;

        participant.Hush(isMuted);
        Raise(new ParticipantMuted(Id, agent, isMuted));
        return participant;
    }

    /// <summary>
    /// Makes the participants exactly these, and the owners, whom no list takes out. Who is in keeps its role, who comes in is a
    /// member. Load the channel with all participants before.
    /// </summary>
    public void ReplaceParticipants(IReadOnlyCollection<Newcomer> wanted, DateTimeOffset now)
    {
        var ids = wanted.Select(newcomer => newcomer.Id).ToHashSet();
        foreach (var participant in _participants.FindAll(one => one.Role is not ParticipantRole.Owner && !ids.Contains(one.ActorId))) TakeOut(participant);

        var present = _participants.Select(participant => participant.ActorId).ToHashSet();
        foreach (var newcomer in wanted.Where(one => present.Add(one.Id))) Add(newcomer.Id, newcomer.Kind, newcomer.Name, ParticipantRole.Member, now);
    }

    private Participant? Find(ActorId actor, ActorKind? kind = null) =>
        _participants.Find(participant => participant.ActorId == actor && (kind is null || participant.Kind == kind));

    /// <summary>The role of who takes part; the lowest for who does not.</summary>
    private ParticipantRole RoleOf(ActorId actor) => Find(actor)?.Role ?? ParticipantRole.Guest;

    private static bool IsSelf(ActorId actor, Caller? caller) => caller is not null && caller.Actor == actor && caller.May(Scopes.MessagesWrite);

    /// <summary>A person's channel is never left without anybody to answer for it. An agent may go: whoever runs it has other ways.</summary>
    private bool IsLastOwner(Participant participant) =>
        participant is { Role: ParticipantRole.Owner, Kind: ActorKind.User }
        && !_participants.Exists(other => other != participant && other.Role is ParticipantRole.Owner);

    private void TakeOut(Participant participant)
    {
        _participants.Remove(participant);
        Raise(new ParticipantLeft(Id, participant.ActorId, participant.Kind));
    }
}
