using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Somebody who answers by program. It takes part in channels under its id, as people do.</summary>
public sealed class Agent : AggregateRoot
{
    private Agent() { }

    public ActorId Id { get; private set; } = null!;

    public DisplayName Name { get; private set; } = null!;

    public AgentKind Kind { get; private set; } = null!;

    /// <summary>The runs of an inactive agent end without an answer.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whom it answers where other agents are.</summary>
    public ReplyPolicy ReplyPolicy { get; private set; }

    public AgentSettings Settings { get; private set; } = AgentSettings.None;

    /// <summary>What its makers tell of it (bio, topics, style …), kept and given back as it came.</summary>
    public Metadata Character { get; private set; } = Metadata.Empty;

    /// <summary>What signs the calls to its webhook; null for other kinds. It must be read to sign, so it is no hash.</summary>
    public string? WebhookSecret { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last changed it; its creation at first.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The embedded agent: Weizenbaum's DOCTOR, made with the database.</summary>
    public static Agent Eliza(DateTimeOffset now) => new()
    {
        Id = ActorId.From("e112a000-0000-4000-8000-000000000001"),
        Name = DisplayName.From("Eliza"),
        Kind = AgentKind.Eliza,
        IsActive = true,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
