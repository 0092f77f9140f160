using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>A person or an agent in a channel.</summary>
public sealed class Participant
{
    private Participant() { }

    internal Participant(ChannelId channelId, ActorId actorId, ActorKind kind, DisplayName? name, ParticipantRole role, DateTimeOffset joinedAt)
    {
        ChannelId = channelId;
        ActorId = actorId;
        ActorKey = actorId.Key;
        Kind = kind;
        Name = name;
        NameKey = name?.Key;
        Role = role;
        JoinedAt = joinedAt;
    }

    public ChannelId ChannelId { get; private set; }

    public ActorId ActorId { get; private set; } = null!;

    /// <summary>The id as a mention finds it, without regard to case.</summary>
    public string ActorKey { get; private set; } = null!;

    public ActorKind Kind { get; private set; }

    public DisplayName? Name { get; private set; }

    /// <summary>The name as a mention finds it, without regard to case.</summary>
    public string? NameKey { get; private set; }

    public ParticipantRole Role { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>A muted agent answers only those who call it by name. People are never muted.</summary>
    public bool IsMuted { get; private set; }

    internal void Become(ParticipantRole role) => Role = role;

    internal void Hush(bool isMuted) => IsMuted = isMuted;
}
