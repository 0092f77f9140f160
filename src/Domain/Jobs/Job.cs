using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Jobs;

/// <summary>
/// One question to one agent. It is asked in a channel of its own, as any message is; what became of it, the agent's run tells,
/// so nothing about that is kept twice.
/// </summary>
public sealed class Job : AggregateRoot
{
    public const int DefaultTimeoutMilliseconds = 30_000;
    public const int MinTimeoutMilliseconds = 1_000;
    public const int MaxTimeoutMilliseconds = 300_000;

    /// <summary>So many questions of one owner may be on their way at once; another one's take no place away.</summary>
    public const int MaxUnexpired = 10_000;

    public static readonly TimeSpan MaxTimeout = TimeSpan.FromMilliseconds(MaxTimeoutMilliseconds);

    private Job() { }

    public JobId Id { get; private set; }

    /// <summary>Who asked for it, as callers are told apart: <c>key:…</c>, <c>agent:…</c> or <c>user:…</c>.</summary>
    public string Owner { get; private set; } = null!;

    public ActorId AgentId { get; private set; } = null!;

    /// <summary>Who asks the agent.</summary>
    public ActorId UserId { get; private set; } = null!;

    public ChannelId ChannelId { get; private set; }

    /// <summary>The question.</summary>
    public MessageId MessageId { get; private set; }

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>An answer that comes later than this is none.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public static Job Ask(
        JobId id, string owner, ActorId agent, ActorId user, ChannelId channel, MessageId question, Metadata metadata, TimeSpan timeout, DateTimeOffset now) => new()
        {
            Id = id,
            Owner = owner,
            AgentId = agent,
            UserId = user,
            ChannelId = channel,
            MessageId = question,
            Metadata = metadata,
            CreatedAt = now,
            ExpiresAt = now + timeout,
        };
}
